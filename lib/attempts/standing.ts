import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { join, type Sql, sql } from "#lib/db/sql";
import type { Standing } from "#lib/exam/disclosure";

/** What the disclosure rule asks about one viewer and one question. */
export async function getStanding(db: Database, viewer: Viewer, questionId: string): Promise<Standing> {
  const { learnerId } = viewer;
  if (learnerId === null) return { answered: false, inRunningExam: false };
  const [row] = await db.read.$queryRaw<{ readonly answered: number | boolean; readonly running: number | boolean }[]>`
    SELECT
      EXISTS (
        SELECT 1 FROM "Disclosure" d WHERE d."learnerId" = ${learnerId} AND d."questionId" = ${questionId}
      ) AS "answered",
      EXISTS (${runningExamsWith(learnerId, sql`= ${questionId}`)}) AS "running"`;
  return { answered: Boolean(row?.answered), inRunningExam: Boolean(row?.running) };
}

/** Which of these questions are part of an exam that the viewer is sitting and that reveals nothing before its end. */
export async function inRunningExams(
  db: Database,
  { learnerId }: Viewer,
  questionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (learnerId === null || questionIds.length === 0) return new Set();
  const items = await db.read.$queryRaw<{ readonly questionId: string }[]>`
    ${runningExamsWith(learnerId, sql`IN (${join(questionIds)})`)}`;
  return new Set(items.map((item) => item.questionId));
}

/**
 * Items of exams that this learner is sitting and that reveal nothing before their end. The order of the join and the cast
 * keep SQLite from beginning with the items of the question, of which there is one for every attempt that ever drew it:
 * it takes the learner's attempts, and of those being sat their few items.
 */
function runningExamsWith(learnerId: string, question: Sql): Sql {
  return sql`
    SELECT i."questionId" FROM "Attempt" a CROSS JOIN "AttemptItem" i
    WHERE a."learnerId" = ${learnerId} AND a."finishedAt" IS NULL AND a."reveal" = 'at-end'
      AND i."attemptId" = a."id" AND CAST(i."questionId" AS TEXT) ${question}`;
}
