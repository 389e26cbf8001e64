import type { Database } from "#lib/db/database";

/**
 * A learner's attempts whose score would tell how a question of an exam is answered that they are sitting: those in which
 * such a question was graded since that exam began. What was graded earlier has been seen and reveals nothing new.
 */
export async function sealedAttempts(db: Database, learnerId: string): Promise<ReadonlySet<string>> {
  // By hand, because every page with scores asks. An attempt that ended before the exam began holds nothing graded since;
  // the order of the join and the cast keep SQLite from beginning with everybody's items of those questions.
  const rows = await db.read.$queryRaw<{ readonly attemptId: string }[]>`
    WITH sat AS (
      SELECT "id", "startedAt" FROM "Attempt"
      WHERE "learnerId" = ${learnerId} AND "finishedAt" IS NULL AND "reveal" = 'at-end'
    )
    SELECT DISTINCT i."attemptId" FROM "Attempt" a CROSS JOIN "AttemptItem" i
    WHERE EXISTS (SELECT 1 FROM sat) AND a."learnerId" = ${learnerId}
      AND (a."finishedAt" IS NULL OR a."finishedAt" >= (SELECT MIN("startedAt") FROM sat))
      AND i."attemptId" = a."id" AND i."committedAt" >= (SELECT MIN("startedAt") FROM sat)
      AND CAST(i."questionId" AS TEXT) IN (
        SELECT r."questionId" FROM sat JOIN "AttemptItem" r ON r."attemptId" = sat."id"
      )`;
  return new Set(rows.map((row) => row.attemptId));
}
