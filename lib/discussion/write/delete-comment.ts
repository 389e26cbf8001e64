import type { Viewer } from "#lib/auth/viewer";
import type { Database, Tx } from "#lib/db/database";
import { fail, ok, type Result } from "#lib/exam/result";
import { undoMs } from "../undo.ts";
import { lockThread, refreshAnswerVote } from "./answer-votes.ts";
import { relist, unlist } from "./listing.ts";
import { standsHidden } from "./stands-hidden.ts";

interface DeleteRequest {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly commentId: string;
  readonly now: Date;
}

/**
 * Deletes the viewer's own comment, shown or hidden. Its text is removed when the deletion can no longer be undone
 * (`eraseDeleted`). Deleting it again is not an error.
 */
export async function deleteComment(request: DeleteRequest): Promise<Result<"deleted", "no-such-comment">> {
  const { db, viewer, commentId, now } = request;
  if (viewer.member === null) return fail("no-such-comment");
  const { userId } = viewer.member;
  const where = { id: commentId, authorId: userId };
  const found = await db.read.comment.findUnique({ where, select: { questionId: true } });
  if (found === null) return fail("no-such-comment");
  const { questionId } = found;
  await db.write(async (tx) => {
    await lockThread(tx, questionId);
    const { state } = await tx.comment.findUniqueOrThrow({ where, select: { state: true } });
    if (state === "deleted") return;
    const data = { state: "deleted", deletedAt: now, eraseAt: new Date(now.getTime() + undoMs) };
    await tx.comment.update({ where, data, select: { id: true } });
    await unlist(tx, commentId);
    // Hidden comments are not counted.
    if (state === "shown") await countComment(tx, questionId, userId, -1);
  });
  return ok("deleted");
}

/** Restores what the viewer has just deleted. A comment that a moderator has hidden stays hidden. */
export async function undoDelete(request: DeleteRequest): Promise<Result<"restored", "no-such-comment" | "too-late">> {
  const { db, viewer, commentId, now } = request;
  if (viewer.member === null) return fail("no-such-comment");
  const { userId } = viewer.member;
  const where = { id: commentId, authorId: userId, state: "deleted" };
  const found = await db.read.comment.findUnique({ where, select: { questionId: true, deletedAt: true } });
  if (found === null) return fail("no-such-comment");
  const { questionId, deletedAt } = found;
  if (deletedAt === null || now.getTime() - deletedAt.getTime() > undoMs) return fail("too-late");
  return db.write(async (tx) => {
    await lockThread(tx, questionId);
    const state = (await standsHidden(tx, commentId)) ? "hidden" : "shown";
    // Without a time of removal, the text is already gone.
    const won = await tx.comment.updateMany({
      where: { ...where, eraseAt: { not: null } },
      data: { state, deletedAt: null, eraseAt: null },
    });
    if (won.count === 0) return fail("too-late");
    await relist(tx, commentId);
    if (state === "shown") await countComment(tx, questionId, userId, 1);
    return ok("restored");
  });
}

async function countComment(tx: Tx, questionId: string, userId: string, change: 1 | -1): Promise<void> {
  await tx.thread.update({
    where: { questionId },
    data: { commentCount: { increment: change } },
    select: { questionId: true },
  });
  await refreshAnswerVote(tx, questionId, userId);
}
