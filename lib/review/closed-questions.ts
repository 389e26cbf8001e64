import type { Database } from "#lib/db/database";

/**
 * The questions of exams that a learner is sitting and that reveal nothing before their end. Whatever depends on their
 * keys, a date of review or a share of right answers, leaves them out meanwhile.
 */
export async function closedQuestions(db: Database, learnerId: string): Promise<ReadonlySet<string>> {
  const items = await db.read.attemptItem.findMany({
    where: { attempt: { learnerId, finishedAt: null, reveal: "at-end" } },
    select: { questionId: true },
  });
  return new Set(items.map((item) => item.questionId));
}
