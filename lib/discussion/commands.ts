import { randomUUID } from "node:crypto";
import { standingToServe } from "#lib/attempts/standing";
import type { Member, Viewer } from "#lib/auth/viewer";
import { publicPartsOf } from "#lib/bank/revisions";
import type { Database, Tx } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";
import { fail, ok, type Result } from "#lib/exam/result";
import { lockThread, refreshAnswerVote } from "./answer-votes.ts";
import { carriedAnswer } from "./carried-answer.ts";
import {
  checkEditLimits,
  checkEditLimitsEarly,
  type EditLimitRefusal,
  isSuspended,
  textHashOf,
} from "./check-limits.ts";
import { type RenderRefusal, renderComment } from "./render-comment.ts";
import { wilson } from "./wilson.ts";

interface CommentRequest {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly commentId: string;
  readonly now: Date;
}

export type EditRefusal = "no-such-comment" | "foreign-answer" | "locked" | EditLimitRefusal | RenderRefusal;

/**
 * Replaces the text of the viewer's own comment and keeps the old one. The comment is then about the question's
 * present wording, which its author had before them.
 */
export async function editComment(
  request: CommentRequest & { readonly markdown: string; readonly optionIds: readonly string[] },
): Promise<Result<"edited", EditRefusal>> {
  const { db, viewer, commentId, markdown, now } = request;
  const { member } = viewer;
  if (member === null) return fail("no-such-comment");
  const where = { id: commentId, authorId: member.userId, state: "shown" };
  const found = await db.read.comment.findUnique({
    where,
    select: { questionId: true, markdown: true, html: true, question: { select: { revisionId: true } } },
  });
  const revisionId = found?.question.revisionId;
  if (!found || !revisionId) return fail("no-such-comment");
  const { questionId, html: oldHtml } = found;
  if (!mayDisclose(await standingToServe(db, viewer, questionId, now))) return fail("no-such-comment");
  const early = found.markdown === markdown ? null : await checkEditLimitsEarly(db.read, member, now);
  if (early !== null) return fail(early);
  const rendered = found.markdown === markdown ? ok(oldHtml) : await renderComment(markdown);
  if (!rendered.ok) return rendered;
  const html = rendered.value;
  const part = (await publicPartsOf(db.read, [revisionId])).get(revisionId);
  const optionIds = part === undefined ? "foreign" : carriedAnswer(part, request.optionIds);
  if (optionIds === "foreign") return fail("foreign-answer");
  return db.write(async (tx) => {
    const refusal = await checkEditLimits(tx, member, { html, oldHtml }, now);
    const thread = await lockThread(tx, questionId);
    if (thread.lockedAt !== null && member.role === "member") return fail("locked");
    const old = await tx.comment.findUnique({ where, select: { markdown: true, html: true, optionIds: true } });
    if (old === null) return fail("no-such-comment");
    if (old.markdown === markdown && old.optionIds === optionIds) return ok("edited");
    if (refusal !== null) return fail(refusal);
    await tx.commentEdit.create({
      data: { id: randomUUID(), commentId, html: old.html, optionIds: old.optionIds, replacedAt: now },
      select: { id: true },
    });
    const data = {
      markdown,
      html,
      textHash: textHashOf(markdown),
      optionIds,
      revisionId,
      editedAt: now,
    };
    await tx.comment.update({ where, data, select: { id: true } });
    await refreshAnswerVote(tx, questionId, member.userId);
    return ok("edited");
  });
}

export type VoteRefusal = "sign-in-first" | "no-such-comment" | "own-comment" | "suspended";

/** Sets the viewer's vote on a comment to up (1), down (-1) or none (0), however often it is asked. */
export async function voteOnComment(
  request: CommentRequest & { readonly value: number },
): Promise<Result<"voted", VoteRefusal>> {
  const { db, viewer, commentId, now } = request;
  const { member } = viewer;
  if (member === null) return fail("sign-in-first");
  const comment = await db.read.comment.findUnique({
    where: { id: commentId, state: "shown" },
    select: { questionId: true, authorId: true },
  });
  if (comment === null || !mayDisclose(await standingToServe(db, viewer, comment.questionId, now)))
    return fail("no-such-comment");
  if (comment.authorId === member.userId) return fail("own-comment");
  return db.write(async (tx) => {
    // Locks the comment, so that votes of many people are counted one after another.
    await tx.comment.update({ where: { id: commentId }, data: { upvotes: { increment: 0 } }, select: { id: true } });
    if (await suspended(tx, member, now)) return fail("suspended");
    const value = Math.sign(request.value);
    const key = { commentId, userId: member.userId };
    if (value === 0) await tx.ballot.deleteMany({ where: key });
    else
      await tx.ballot.upsert({
        where: { commentId_userId: key },
        create: { ...key, value, castAt: now },
        update: { value, castAt: now },
        select: { value: true },
      });
    const upvotes = await tx.ballot.count({ where: { commentId, value: 1 } });
    const downvotes = await tx.ballot.count({ where: { commentId, value: -1 } });
    const data = { upvotes, downvotes, score: wilson(upvotes, downvotes) };
    await tx.comment.update({ where: { id: commentId }, data, select: { id: true } });
    return ok("voted");
  });
}

async function suspended(tx: Tx, member: Member, now: Date): Promise<boolean> {
  const person = await tx.user.findUnique({ where: { id: member.userId }, select: { suspendedUntil: true } });
  return isSuspended(member, person?.suspendedUntil ?? null, now);
}
