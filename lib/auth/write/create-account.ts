import { randomUUID } from "node:crypto";
import type { Database, Tx } from "#lib/db/database";
import { lockRow } from "#lib/db/lock-row";
import { fail, ok, type Result } from "#lib/exam/result";
import { toHandle } from "../to-handle.ts";
import { takeInvitation } from "./invitations.ts";
import { type NameRefusal, nameRefusal } from "./name-refusal.ts";

export type SignUpFailure = "address-taken" | "not-invited" | NameRefusal;

export interface NewAccount {
  /** The guest on whose device it is created, who becomes this account. */
  readonly guestId: string | null;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  /** The hash of the token of the invitation that this account uses up; absent if none is needed. */
  readonly invitation?: string;
  /** Whether its owner has shown that they read the mails of the address. */
  readonly isVerified?: boolean;
  readonly now: Date;
}

/**
 * Creates an account from a learner, a user and a password, all or nothing: a user without a password could never sign
 * in, and would lock up the guest's attempts.
 */
export function createAccount({
  db,
  ...account
}: NewAccount & { readonly db: Database }): Promise<Result<"made", SignUpFailure>> {
  return db.write((tx) => createAccountIn(tx, account));
}

/** The same as part of a transaction. */
export async function createAccountIn(tx: Tx, account: NewAccount): Promise<Result<"made", SignUpFailure>> {
  const { guestId, name, email, passwordHash, invitation, isVerified = false, now } = account;
  const userId = randomUUID();
  const isTaken = async () => (await tx.user.findUnique({ where: { email }, select: { id: true } })) !== null;
  if (await isTaken()) return fail("address-taken");
  const refusal = await nameRefusal(tx, name, null);
  if (refusal !== null) return fail(refusal);
  const taken = invitation === undefined ? null : await takeInvitation(tx, invitation, now);
  // If the button is pressed twice, the second press finds the invitation used and the account created.
  if (invitation !== undefined && taken === null) return fail((await isTaken()) ? "address-taken" : "not-invited");
  const learnerId = await learnerOf(tx, guestId, now);
  const made = await tx.$executeRaw`
    INSERT INTO "User" ("id", "name", "email", "emailVerified", "learnerId", "handle", "createdAt", "updatedAt")
    VALUES (${userId}, ${name}, ${email}, ${isVerified}, ${learnerId}, ${toHandle(name)}, ${now}, ${now})
    ON CONFLICT ("email") DO NOTHING`;
  if (made === 0) {
    // Somebody was faster; a learner created for nothing is removed again, and the invitation stays.
    if (taken !== null) await tx.invitation.create({ data: taken, select: { tokenHash: true } });
    if (learnerId !== guestId) await tx.learner.delete({ where: { id: learnerId }, select: { id: true } });
    return fail("address-taken");
  }
  await tx.$executeRaw`UPDATE "Disclosure" SET "byMember" = TRUE WHERE "learnerId" = ${learnerId}`;
  const credential = { accountId: userId, providerId: "credential", userId, password: passwordHash };
  await tx.account.create({
    data: { id: randomUUID(), ...credential, createdAt: now, updatedAt: now },
    select: { id: true },
  });
  return ok("made");
}

/** The guest, unless an account already has that learner; of two sign-ups at once, the second waits and finds this out. */
export async function learnerOf(tx: Tx, guestId: string | null, now: Date): Promise<string> {
  if (guestId !== null) {
    const isThere = await lockRow(tx, "learner", guestId);
    const owner = await tx.user.findUnique({ where: { learnerId: guestId }, select: { id: true } });
    if (isThere && owner === null) return guestId;
  }
  const id = randomUUID();
  await tx.learner.create({ data: { id, createdAt: now }, select: { id: true } });
  return id;
}
