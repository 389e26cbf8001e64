import type { Database } from "#lib/db/database";
import { type Sql, sql } from "#lib/db/sql";

/**
 * An SQL column for the enclosing row of "Attempt": how many of its questions were new to its learner, which means that they
 * could not see the key before it ended.
 */
export const newQuestions: Sql = sql`(
  SELECT COUNT(*) FROM "AttemptItem" i
  LEFT JOIN "Disclosure" d ON d."learnerId" = "Attempt"."learnerId" AND d."questionId" = i."questionId"
  WHERE i."attemptId" = "Attempt"."id" AND (d."disclosedAt" IS NULL OR d."disclosedAt" >= "Attempt"."finishedAt"))`;

/** The same for one finished attempt. */
export async function countNewQuestions(db: Database, attemptId: string): Promise<number> {
  const [row] = await db.read.$queryRaw<{ readonly count: number | bigint }[]>`
    SELECT ${newQuestions} AS "count" FROM "Attempt" WHERE "id" = ${attemptId}`;
  return Number(row?.count ?? 0);
}
