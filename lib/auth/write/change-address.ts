import type { Database } from "#lib/db/database";
import { fail, ok, type Result } from "#lib/exam/result";
import type { Viewer } from "../viewer.ts";
import { promoteVerified } from "./confirm-sign-up.ts";
import { takeMailToken } from "./mail-tokens.ts";

export type AddressRefusal = "sign-in-first" | "link-over" | "address-taken";

/**
 * Gives the viewer's account the address that the link was mailed to, and counts it as confirmed. Returns the previous
 * address. The viewer must be signed in: someone who can read the mail of an address must not be able to confirm it for
 * another person's account.
 */
export async function confirmAddress(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly token: string;
  /** ADMIN_EMAIL. */
  readonly adminEmail: string | undefined;
  readonly now: Date;
}): Promise<Result<{ readonly before: string; readonly email: string }, AddressRefusal>> {
  const { db, viewer, token, adminEmail, now } = request;
  const { member } = viewer;
  if (member === null) return fail("sign-in-first");
  const { userId } = member;
  return db.write(async (tx) => {
    const found = await takeMailToken(tx, token, "address", now);
    if (found === null || found.userId !== userId) return fail("link-over");
    const { email } = found;
    // If two accounts are given the same address at once, the second waits here and finds it taken.
    await tx.$executeRaw`UPDATE "MailToken" SET "purpose" = "purpose" WHERE "email" = ${email}`;
    const owner = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (owner !== null && owner.id !== userId) return fail("address-taken");
    const { email: before } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    const data = { email, emailVerified: true, updatedAt: now };
    await tx.user.update({ where: { id: userId }, data, select: { id: true } });
    await tx.mailToken.deleteMany({ where: { userId } });
    await promoteVerified(tx, email, adminEmail, now);
    return ok({ before, email });
  });
}
