import { randomUUID } from "node:crypto";
import type { Database, Tx } from "#lib/db/database";

/** A new learner, who is a guest until an account adopts them. Returns the id. */
export async function createLearner(db: Database, now: Date): Promise<string> {
  const id = randomUUID();
  await db.write((tx) => tx.learner.create({ data: { id, createdAt: now }, select: { id: true } }));
  return id;
}

/** The learner of an account about to be made: the guest who signs up, unless an account has that one already. */
export async function learnerForNewUser(db: Database, guestId: string | null, now: Date): Promise<string> {
  if (guestId !== null) {
    const guest = await db.read.learner.findUnique({
      where: { id: guestId },
      select: { user: { select: { id: true } } },
    });
    if (guest !== null && guest.user === null) return guestId;
  }
  return createLearner(db, now);
}

/**
 * Gives everything a guest did to the account they signed in to. May be called again, and be killed in between: it
 * finishes what is left. Does nothing when the guest is already somebody's account.
 */
export async function claimGuest(db: Database, guestId: string, learnerId: string): Promise<void> {
  if (guestId === learnerId) return;
  const owner = await db.read.user.findUnique({ where: { learnerId: guestId }, select: { id: true } });
  if (owner !== null) return;
  await db.write((tx) => moveAll(tx, guestId, learnerId));
}

async function moveAll(tx: Tx, from: string, to: string): Promise<void> {
  await tx.attempt.updateMany({ where: { learnerId: from }, data: { learnerId: to } });
  // Of a question answered both ways the account's own first answer stays.
  const own = await tx.disclosure.findMany({ where: { learnerId: to }, select: { questionId: true } });
  const taken = own.map((row) => row.questionId);
  await tx.disclosure.updateMany({ where: { learnerId: from, questionId: { notIn: taken } }, data: { learnerId: to } });
}
