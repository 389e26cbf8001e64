import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import type { Standing } from "#lib/exam/disclosure";

/**
 * What the disclosure rule asks about one viewer and one question. The order of the join and the cast keep SQLite from
 * beginning with the items of the question, of which there is one for every attempt that ever drew it: it takes the
 * learner's attempts, and of those being sat their few items.
 */
export async function getStanding(db: Database, viewer: Viewer, questionId: string): Promise<Standing> {
  const { learnerId } = viewer;
  if (learnerId === null) return { answered: false, inRunningExam: false };
  const [row] = await db.read.$queryRaw<{ readonly answered: number | boolean; readonly running: number | boolean }[]>`
    SELECT
      EXISTS (
        SELECT 1 FROM "Disclosure" d WHERE d."learnerId" = ${learnerId} AND d."questionId" = ${questionId}
      ) AS "answered",
      EXISTS (
        SELECT 1 FROM "Attempt" a CROSS JOIN "AttemptItem" i
        WHERE a."learnerId" = ${learnerId} AND a."finishedAt" IS NULL AND a."reveal" = 'at-end'
          AND i."attemptId" = a."id" AND CAST(i."questionId" AS TEXT) = ${questionId}
      ) AS "running"`;
  return { answered: Boolean(row?.answered), inRunningExam: Boolean(row?.running) };
}
