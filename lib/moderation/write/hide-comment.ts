import type { Database, Tx } from "#lib/db/database";
import { lockThread, refreshAnswerVote } from "#lib/discussion/write/answer-votes";
import { standsHidden } from "#lib/discussion/write/stands-hidden";
import { notify } from "#lib/notifications/write/notify";
import { logAct } from "./log-act.ts";

interface HideRequest {
  readonly commentId: string;
  /** Null when reports did it. */
  readonly moderatorId: string | null;
  readonly reason: string;
  readonly now: Date;
}

/**
 * Hides a comment from all but its author and moderators, with its vote, tells the author and logs it. One that its author
 * has deleted is hidden if they bring it back. Returns false, with nothing done, when it was hidden already.
 */
export async function hideComment(db: Database, tx: Tx, request: HideRequest): Promise<boolean> {
  const { commentId, moderatorId, reason, now } = request;
  const changed = (await setState(tx, commentId, "shown", "hidden")) ?? (await deletedWhich(tx, commentId, false));
  if (changed === null) return false;
  const { questionId, authorId } = changed;
  const actId = await logAct(tx, {
    act: "hide",
    moderatorId,
    commentId,
    questionId,
    userId: authorId,
    reason,
    before: {},
    now,
  });
  if (authorId === null) return true;
  const news = { userId: authorId, kind: "hidden" as const, questionId, commentId, text: reason };
  await notify(db, tx, [{ ...news, cause: `hidden/${actId}` }], now);
  return true;
}

/** A comment that its author has deleted, if an act of moderation hides it, or if none does; null for any other. */
async function deletedWhich(tx: Tx, commentId: string, isHidden: boolean) {
  const where = { id: commentId, state: "deleted" };
  const comment = await tx.comment.findUnique({ where, select: { questionId: true, authorId: true } });
  return comment !== null && (await standsHidden(tx, commentId)) === isHidden ? comment : null;
}

/**
 * Shows a hidden comment again and notifies its author, who was notified that it was hidden. One that its author has deleted is
 * shown if they bring it back. False when it is not hidden.
 */
export async function showAgain(db: Database, tx: Tx, commentId: string, now: Date): Promise<boolean> {
  const changed = (await setState(tx, commentId, "hidden", "shown")) ?? (await deletedWhich(tx, commentId, true));
  if (changed === null) return false;
  const { questionId, authorId } = changed;
  if (authorId === null) return true;
  const news = { userId: authorId, kind: "restored" as const, questionId, commentId, text: "" };
  await notify(db, tx, [{ ...news, cause: `restored/${commentId}/${now.getTime()}` }], now);
  return true;
}

/** Moves a comment between shown and hidden; null when it was not in the state `from`. */
export async function setState(tx: Tx, commentId: string, from: "shown" | "hidden", to: "shown" | "hidden") {
  const comment = await tx.comment.findUnique({
    where: { id: commentId },
    select: { questionId: true, authorId: true },
  });
  if (comment === null) return null;
  const { questionId, authorId } = comment;
  await lockThread(tx, questionId);
  const won = await tx.comment.updateMany({ where: { id: commentId, state: from }, data: { state: to } });
  if (won.count === 0) return null;
  await tx.thread.update({
    where: { questionId },
    data: { commentCount: { increment: to === "shown" ? 1 : -1 } },
    select: { questionId: true },
  });
  if (authorId !== null) await refreshAnswerVote(tx, questionId, authorId);
  return { questionId, authorId };
}
