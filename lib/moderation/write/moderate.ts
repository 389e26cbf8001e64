import type { Member, Viewer } from "#lib/auth/viewer";
import { writeAs } from "#lib/auth/write/write-as";
import type { Database, Tx } from "#lib/db/database";
import { lockThread } from "#lib/discussion/write/answer-votes";
import { fail, ok, type Result } from "#lib/exam/result";
import { suspensionText } from "#lib/notifications/suspension-text";
import { notify } from "#lib/notifications/write/notify";
import type { Act } from "../acts.ts";
import { actsOnPeople, mayActOn } from "../may-act-on.ts";
import { decideReports } from "./decide-reports.ts";
import { hideComment, showAgain } from "./hide-comment.ts";
import { type ActEntry, logAct } from "./log-act.ts";
import { undoChange } from "./undo-change.ts";

export const reversibleMs = 30 * 24 * 60 * 60 * 1000;

export type ModerationRefusal =
  | "not-a-moderator"
  | "no-such-comment"
  | "nobody-to-act-on"
  | "above-you"
  | "nothing-to-do";

interface ActRequest {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly commentId: string;
  readonly act: Act;
  readonly reason: string;
  /** For `suspend`. */
  readonly days?: number;
  readonly now: Date;
}

/** Does one act of moderation and logs it: who, when, why, and what undoing it brings back. */
export async function moderate(request: ActRequest): Promise<Result<"done", ModerationRefusal>> {
  const { commentId } = request;
  return writeAs(moderators(request), async (tx, member) => {
    const comment = await tx.comment.findUnique({
      where: { id: commentId },
      select: { id: true, questionId: true, authorId: true, official: true, depth: true },
    });
    if (comment === null) return fail("no-such-comment");
    return perform(tx, { ...request, member }, comment);
  });
}

interface Target {
  readonly id: string;
  readonly questionId: string;
  readonly authorId: string | null;
  readonly official: boolean;
}

async function perform(
  tx: Tx,
  request: ActRequest & { readonly member: Member },
  comment: Target,
): Promise<Result<"done", ModerationRefusal>> {
  const { db, member, act, reason, now } = request;
  const { id: commentId, questionId, authorId } = comment;
  const thread = await lockThread(tx, questionId);
  const log = (before: ActEntry["before"] = {}) =>
    logAct(tx, { act, moderatorId: member.userId, commentId, questionId, userId: authorId, reason, before, now });
  switch (act) {
    case "hide": {
      const isHidden = await hideComment(db, tx, { commentId, moderatorId: member.userId, reason, now });
      const decided = await decideReports(db, tx, commentId, "upheld", now);
      if (!isHidden && decided === 0) return fail("nothing-to-do");
      // The reports had hidden it: what is new is the verdict.
      if (!isHidden) await log({ state: "hidden" });
      return ok("done");
    }
    case "restore":
    case "dismiss": {
      const isRestored = await showAgain(db, tx, commentId, now);
      const decided = await decideReports(db, tx, commentId, "dismissed", now);
      if (!isRestored && decided === 0) return fail("nothing-to-do");
      await log({ state: isRestored ? "hidden" : "shown" });
      return ok("done");
    }
    case "lock":
    case "unlock": {
      const lockedAt = act === "lock" ? now : null;
      await tx.thread.update({ where: { questionId }, data: { lockedAt }, select: { questionId: true } });
      await log({ lockedAt: thread.lockedAt?.toISOString() ?? null });
      return ok("done");
    }
    case "pin":
    case "unpin": {
      const root = await tx.comment.findUnique({ where: { id: commentId }, select: { rootId: true } });
      const pinnedId = act === "pin" ? (root?.rootId ?? null) : null;
      await tx.thread.update({ where: { questionId }, data: { pinnedId }, select: { questionId: true } });
      await log({ pinnedId: thread.pinnedId });
      return ok("done");
    }
    case "mark":
    case "unmark": {
      const official = act === "mark";
      await tx.comment.update({ where: { id: commentId }, data: { official }, select: { id: true } });
      await log({ official: comment.official ? "yes" : null });
      return ok("done");
    }
    case "warn":
    case "suspend":
    case "lift":
      return actOnAuthor(tx, request, comment, log);
  }
}

async function actOnAuthor(
  tx: Tx,
  request: ActRequest & { readonly member: Member },
  { authorId }: Target,
  log: (before?: ActEntry["before"]) => Promise<string>,
): Promise<Result<"done", ModerationRefusal>> {
  const { db, member, act, reason, days = 7, now } = request;
  if (authorId === null) return fail("nobody-to-act-on");
  const author = await tx.user.findUniqueOrThrow({
    where: { id: authorId },
    select: { role: true, suspendedUntil: true },
  });
  if (!mayActOn(member, { id: authorId, role: author.role })) return fail("above-you");
  if (act === "warn") {
    const actId = await log();
    await notify(db, tx, [warning(authorId, reason, actId)], now);
    return ok("done");
  }
  const until = act === "suspend" ? new Date(now.getTime() + days * 24 * 60 * 60 * 1000) : null;
  await tx.user.update({ where: { id: authorId }, data: { suspendedUntil: until }, select: { id: true } });
  const actId = await log({ suspendedUntil: author.suspendedUntil?.toISOString() ?? null });
  if (until !== null) {
    const news = warning(authorId, suspensionText({ until, reason }), actId);
    await notify(db, tx, [{ ...news, kind: "suspended" }], now);
  }
  return ok("done");
}

/** Not tied to the question, so that it is read in any case. */
function warning(userId: string, text: string, actId: string) {
  return { userId, kind: "warning" as const, questionId: null, commentId: null, text, cause: `act/${actId}` };
}

export type UndoRefusal = "not-a-moderator" | "no-such-act" | "above-you" | "too-late";

/**
 * Takes an act back within 30 days. The act stays in the log, with who undid it and when. What was done to a person is taken
 * back only by who may do it.
 */
export async function undoAct(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly actId: string;
  readonly now: Date;
}): Promise<Result<"undone", UndoRefusal>> {
  const { db, actId, now } = request;
  return writeAs(moderators(request), async (tx, member) => {
    const entry = await tx.moderationAct.findUnique({ where: { id: actId }, select: { act: true, userId: true } });
    if (entry === null) return fail("no-such-act");
    if (actsOnPeople.includes(entry.act) && entry.userId !== null) {
      const person = { where: { id: entry.userId }, select: { id: true, role: true } };
      if (!mayActOn(member, await tx.user.findUniqueOrThrow(person))) return fail("above-you");
    }
    const won = await tx.moderationAct.updateMany({
      where: { id: actId, undoneAt: null, createdAt: { gte: new Date(now.getTime() - reversibleMs) } },
      data: { undoneAt: now, undoneById: member.userId },
    });
    if (won.count === 0) return fail("too-late");
    await undoChange(db, tx, actId, now);
    return ok("undone");
  });
}

function moderators<R extends { readonly db: Database; readonly viewer: Viewer; readonly now: Date }>(request: R) {
  return { ...request, power: "moderate", refusal: "not-a-moderator" } as const;
}
