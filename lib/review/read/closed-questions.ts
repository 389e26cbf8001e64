import type { Database } from "#lib/db/database";
import { isSat } from "./sat-items.ts";

/**
 * The questions of exams that a learner is taking and that reveal nothing before their end. Anything that depends on
 * their keys, such as a review date or a share of right answers, leaves them out meanwhile.
 */
export async function closedQuestions(db: Database, learnerId: string): Promise<ReadonlySet<string>> {
  // By hand, because every page of an answered item needs it.
  const items = await db.read.$queryRaw<{ readonly questionId: string }[]>`
    SELECT i."questionId" FROM "Attempt" a JOIN "AttemptItem" i ON i."attemptId" = a."id"
    WHERE a."learnerId" = ${learnerId} AND ${isSat}`;
  return new Set(items.map((item) => item.questionId));
}
