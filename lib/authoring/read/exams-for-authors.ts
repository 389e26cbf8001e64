import { may, type Viewer } from "#lib/auth/viewer";
import { type ExamCard, listExams } from "#lib/bank/read/exams";
import type { Database } from "#lib/db/database";
import { closedQuestions } from "#lib/review/read/closed-questions";

export interface ExamForAuthors extends ExamCard {
  /** Open disputes of its keys and suggested edits that nobody has decided. */
  readonly waiting: number;
}

interface Row {
  readonly questionId: string;
  readonly examSlug: string;
}

/** The exams, first those where most waits for an author, then the largest bank. Null unless the viewer may see statistics. */
export async function examsForAuthors(db: Database, viewer: Viewer): Promise<readonly ExamForAuthors[] | null> {
  const { learnerId } = viewer;
  if (!may(viewer, "see-statistics") || learnerId === null) return null;
  const [exams, rows, closed] = await Promise.all([
    listExams(db),
    db.read.$queryRaw<Row[]>`
      SELECT q."id" AS "questionId", q."examSlug" FROM (
        SELECT "questionId" FROM "Dispute" WHERE "verdict" IS NULL
        UNION ALL SELECT "questionId" FROM "Suggestion" WHERE "state" = 'open') AS open
      JOIN "Question" q ON q."id" = open."questionId"`,
    closedQuestions(db, learnerId),
  ]);
  const waits = rows.filter(({ questionId }) => !closed.has(questionId));
  const listed = exams.map((exam) => ({
    ...exam,
    waiting: waits.filter(({ examSlug }) => examSlug === exam.slug).length,
  }));
  return listed.sort((a, b) => b.waiting - a.waiting || b.available - a.available);
}
