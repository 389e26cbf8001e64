import type { Tx } from "#lib/db/database";

/**
 * Removes everything a learner did: attempts with their answers, what they disclosed, and when to review it. Code that
 * erases attempts counts them; otherwise the next start considers them lost: see lib/db/holdings.ts.
 */
export async function eraseLearner(tx: Tx, learnerId: string): Promise<void> {
  const attempt = { learnerId };
  // Locks the attempts first, as saving does, so that no answer arrives in between.
  await tx.attempt.updateMany({ where: attempt, data: { sequence: { increment: 1 } } });
  // Prisma's own statements for these two read every row of the tables.
  await tx.$executeRaw`
    DELETE FROM "ItemEntry" WHERE "attemptId" IN (SELECT "id" FROM "Attempt" WHERE "learnerId" = ${learnerId})`;
  await tx.$executeRaw`
    DELETE FROM "AttemptItem" WHERE "attemptId" IN (SELECT "id" FROM "Attempt" WHERE "learnerId" = ${learnerId})`;
  const { count } = await tx.attempt.deleteMany({ where: attempt });
  if (count > 0) await countErased(tx, count);
  await tx.disclosure.deleteMany({ where: attempt });
  await tx.card.deleteMany({ where: attempt });
  await tx.learner.update({ where: { id: learnerId }, data: { settings: "{}" }, select: { id: true } });
}

async function countErased(tx: Tx, attempts: number): Promise<void> {
  const update = { attempts: { increment: attempts } };
  await tx.erased.upsert({ where: { id: 1 }, create: { id: 1, attempts }, update, select: { id: true } });
}
