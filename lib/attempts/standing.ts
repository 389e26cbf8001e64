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
    db.read.attemptItem.findFirst({
      where: { questionId, attempt: { learnerId, finishedAt: null, reveal: "at-end" } },
      select: { position: true },
    }),
  ]);
  return { answered: disclosure !== null, inRunningExam: running !== null };
}
