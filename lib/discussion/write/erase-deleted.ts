import type { Database } from "#lib/db/database";
import { undoMs } from "../undo.ts";

/** How long an undecided report keeps the text of a deleted comment. */
export const mostReportedMs = 30 * 24 * 60 * 60 * 1000;
const atOnce = 100;

/**
 * Removes the texts of comments whose deletion can no longer be undone, including those before each edit, and returns
 * the number of comments. One with an open report keeps its text until that is decided, for at most 30 days, because a
 * moderator has to read it.
 */
export async function eraseDeleted({ db, now }: { readonly db: Database; readonly now: Date }): Promise<number> {
  const due = await db.read.comment.findMany({
    where: {
      state: "deleted",
      eraseAt: { lt: now },
      OR: [
        { reports: { none: { verdict: null } } },
        { eraseAt: { lt: new Date(now.getTime() - mostReportedMs + undoMs) } },
      ],
    },
    select: { id: true },
    take: atOnce,
  });
  if (due.length === 0) return 0;
  const ids = due.map((comment) => comment.id);
  return db.write(async (tx) => {
    const data = { markdown: "", html: "", textHash: "", optionIds: null, eraseAt: null };
    // Its author may have restored one since.
    const erased = await tx.comment.updateMany({ where: { id: { in: ids }, state: "deleted" }, data });
    await tx.commentEdit.deleteMany({ where: { commentId: { in: ids }, comment: { state: "deleted" } } });
    return erased.count;
  });
}
