import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import type { Standing } from "#lib/exam/disclosure";

/** What the disclosure rule asks about one viewer and one question. */
export async function getStanding(db: Database, viewer: Viewer, questionId: string): Promise<Standing> {
  const { learnerId } = viewer;
  if (learnerId === null) return { answered: false, inRunningExam: false };
  const [disclosure, running] = await Promise.all([
    db.read.disclosure.findUnique({
      where: { learnerId_questionId: { learnerId, questionId } },
      select: { questionId: true },
    }),
    inRunningExams(db, viewer, [questionId]),
  ]);
  return { answered: disclosure !== null, inRunningExam: running.has(questionId) };
}

/** Which of these questions are part of an exam that the viewer is sitting and that reveals nothing before its end. */
export async function inRunningExams(
  db: Database,
  { learnerId }: Viewer,
  questionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (learnerId === null || questionIds.length === 0) return new Set();
  const items = await db.read.attemptItem.findMany({
    where: { questionId: { in: [...questionIds] }, attempt: { learnerId, finishedAt: null, reveal: "at-end" } },
    select: { questionId: true },
  });
  return new Set(items.map((item) => item.questionId));
}
