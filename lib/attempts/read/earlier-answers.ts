import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { closedQuestions } from "#lib/review/read/closed-questions";

type Owner = Viewer & { readonly learnerId: string };

/** The questions of a finished attempt of the viewer's that were not fully right; none that a running exam asks. */
export async function missedQuestions(db: Database, viewer: Owner, attemptId: string): Promise<ReadonlySet<string>> {
  const closed = await closedQuestions(db, viewer.learnerId);
  const rows = await db.read.attemptItem.findMany({
    where: {
      attemptId,
      attempt: { learnerId: viewer.learnerId, finishedAt: { not: null } },
      committedAt: { not: null },
      points: { lt: 1 },
    },
    select: { questionId: true },
  });
  return new Set(rows.map((row) => row.questionId).filter((id) => !closed.has(id)));
}

/** The questions of an exam whose keys the viewer has seen. */
export async function seenQuestions(db: Database, viewer: Owner, examSlug: string): Promise<ReadonlySet<string>> {
  const rows = await db.read.disclosure.findMany({
    where: { learnerId: viewer.learnerId, question: { examSlug } },
    select: { questionId: true },
  });
  return new Set(rows.map((row) => row.questionId));
}
