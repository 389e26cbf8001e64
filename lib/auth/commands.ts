import { randomUUID } from "node:crypto";
import type { Database, Tx } from "#lib/db/database";

/** A new learner, who is a guest until an account adopts them. Returns the id. */
export async function createLearner(db: Database, now: Date): Promise<string> {
  const id = randomUUID();
  await db.write((tx) => tx.learner.create({ data: { id, createdAt: now }, select: { id: true } }));
  return id;
}

/**
 * Gives everything a guest did to the account they signed in to. May be called again, and be killed in between: it
 * finishes what is left. Does nothing when the guest is already somebody's account.
 */
export async function claimGuest(db: Database, guestId: string, learnerId: string): Promise<void> {
  if (guestId === learnerId) return;
  await db.write(async (tx) => {
    const owner = await tx.user.findUnique({ where: { learnerId: guestId }, select: { id: true } });
    if (owner === null) await moveAll(tx, guestId, learnerId);
  });
}

async function moveAll(tx: Tx, from: string, to: string): Promise<void> {
  await tx.attempt.updateMany({ where: { learnerId: from }, data: { learnerId: to } });
  // Of a question answered both ways the answer given first stays: the other came after its key. Two claims at once do not
  // collide.
  await tx.$executeRaw`
    INSERT INTO "Disclosure" ("learnerId", "questionId", "revisionId", "answer", "disclosedAt")
    SELECT ${to}, "questionId", "revisionId", "answer", "disclosedAt" FROM "Disclosure" WHERE "learnerId" = ${from}
    ON CONFLICT ("learnerId", "questionId") DO UPDATE SET "revisionId" = excluded."revisionId",
      "answer" = excluded."answer", "disclosedAt" = excluded."disclosedAt"
    WHERE excluded."disclosedAt" < "Disclosure"."disclosedAt"`;
  await tx.disclosure.deleteMany({ where: { learnerId: from } });
  // Of a question reviewed both ways the card due first stays: better asked once too often than too late.
  await tx.$executeRaw`
    INSERT INTO "Card" ("learnerId", "questionId", "state", "dueAt", "reviewedAt", "stability", "difficulty", "scheduledDays", "step", "reviews", "lapses")
    SELECT ${to}, "questionId", "state", "dueAt", "reviewedAt", "stability", "difficulty", "scheduledDays", "step", "reviews", "lapses"
    FROM "Card" WHERE "learnerId" = ${from}
    ON CONFLICT ("learnerId", "questionId") DO UPDATE SET "state" = excluded."state", "dueAt" = excluded."dueAt",
      "reviewedAt" = excluded."reviewedAt", "stability" = excluded."stability", "difficulty" = excluded."difficulty",
      "scheduledDays" = excluded."scheduledDays", "step" = excluded."step", "reviews" = excluded."reviews", "lapses" = excluded."lapses"
    WHERE excluded."dueAt" < "Card"."dueAt"`;
  await tx.card.deleteMany({ where: { learnerId: from } });
}
