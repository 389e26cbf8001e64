import type { Database } from "#lib/db/database";

/**
 * A learner's attempts whose score would tell how a question of an exam is answered that they are sitting: those in which
 * such a question was graded since that exam began. What was graded before has been seen, and tells nothing new.
 */
export async function sealedAttempts(db: Database, learnerId: string): Promise<ReadonlySet<string>> {
  const running = { learnerId, finishedAt: null, reveal: "at-end" };
  const [first] = await db.read.attempt.findMany({
    where: running,
    orderBy: { startedAt: "asc" },
    take: 1,
    select: { startedAt: true },
  });
  if (first === undefined) return new Set();
  const asked = await db.read.attemptItem.findMany({ where: { attempt: running }, select: { questionId: true } });
  const questions = new Set(asked.map((item) => item.questionId));
  const graded = await db.read.attemptItem.findMany({
    where: { attempt: { learnerId }, committedAt: { gte: first.startedAt } },
    select: { attemptId: true, questionId: true },
  });
  return new Set(graded.filter((item) => questions.has(item.questionId)).map((item) => item.attemptId));
}
