import { randomUUID } from "node:crypto";
import { standingToServe } from "#lib/attempts/read/standing";
import type { Member, Viewer } from "#lib/auth/viewer";
import { findQuestion } from "#lib/bank/read/exams";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database, Tx } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";
import { fail, ok, type Result } from "#lib/exam/result";
import { carriedAnswer } from "../carried-answer.ts";
import { announceAfter, announceInside } from "../live/announce.ts";
import { type RenderRefusal, renderComment } from "../render/render-comment.ts";
import { writersLetters } from "../writers-letters.ts";
import { lockThread, refreshAnswerVote } from "./answer-votes.ts";
import {
  checkLimits,
  checkLimitsEarly,
  type LimitRefusal,
  lockPerson,
  mayModerate,
  textHashOf,
} from "./check-limits.ts";
import { notifyOfComment } from "./notify-of-comment.ts";

export type PostRefusal =
  | "sign-in-first"
  | "no-such-question"
  | "not-yet-disclosed"
  | "foreign-answer"
  | "no-such-comment"
  | "locked"
  | LimitRefusal
  | RenderRefusal;

interface PostRequest {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly examSlug: string;
  readonly questionName: string;
  readonly requestId: string;
  readonly parentId?: string | null;
  readonly markdown: string;
  /** The answer that the comment supports; an empty list for none. */
  readonly optionIds?: readonly string[];
  /** Option ids in the order of the writer's letters; without it, letters stay as they are typed. */
  readonly order?: readonly string[];
  readonly now: Date;
}

/** Posts a comment and returns its id. The same request again returns the first one's id. */
export async function postComment(request: PostRequest): Promise<Result<string, PostRefusal>> {
  const { db, viewer, markdown } = request;
  const { member } = viewer;
  if (member === null) return fail("sign-in-first");
  const question = await findQuestion(db, request.examSlug, request.questionName);
  if (question === null) return fail("no-such-question");
  const { questionId, revisionId } = question;
  if (!mayDisclose(await standingToServe(db, viewer, questionId, request.now))) return fail("not-yet-disclosed");
  const requestId = `${member.userId}/${request.requestId}`;
  const textHash = textHashOf(markdown);
  const refusal = await checkLimitsEarly(db.read, member, textHash, request.now);
  // After the limits: they may have refused this very comment, posted a moment ago by the same form.
  const sent = await db.read.comment.findUnique({ where: { requestId }, select: { id: true } });
  if (sent !== null) return ok(sent.id);
  if (refusal !== null) return fail(refusal);
  const part = (await publicPartsOf(db.read, [revisionId])).get(revisionId);
  if (part === undefined) return fail("foreign-answer");
  const letters = writersLetters(part, request.order ?? []);
  const rendered = await renderComment(markdown, letters);
  if (!rendered.ok) return rendered;
  const optionIds = carriedAnswer(part, request.optionIds ?? []);
  if (optionIds === "foreign") return fail("foreign-answer");
  const letterOrder = letters && JSON.stringify(letters.order);
  const draft = { requestId, questionId, revisionId, markdown, html: rendered.value, textHash, optionIds, letterOrder };
  const result = await db.write((tx) => insertComment(db, tx, { ...request, member }, draft));
  if (result.ok && result.value.isNew) {
    announceAfter(db, { questionId, commentId: result.value.id, authorId: member.userId });
  }
  return result.ok ? ok(result.value.id) : result;
}

interface Draft {
  readonly requestId: string;
  readonly questionId: string;
  readonly revisionId: string;
  readonly markdown: string;
  readonly html: string;
  readonly textHash: string;
  readonly optionIds: string | null;
  readonly letterOrder: string | null;
}

async function insertComment(
  db: Database,
  tx: Tx,
  request: PostRequest & { readonly member: Member },
  draft: Draft,
): Promise<Result<{ readonly id: string; readonly isNew: boolean }, PostRefusal>> {
  const { member, now } = request;
  const person = await lockPerson(tx, member);
  const refusal = await checkLimits(tx, person, draft, now);
  const sent = await tx.comment.findUnique({ where: { requestId: draft.requestId }, select: { id: true } });
  if (sent !== null) return ok({ id: sent.id, isNew: false });
  if (refusal !== null) return fail(refusal);
  const { questionId } = draft;
  const thread = await lockThread(tx, questionId);
  if (thread.lockedAt !== null && !mayModerate(person, now)) return fail("locked");
  const parent = await findParent(tx, questionId, request.parentId ?? null);
  if (parent === "gone") return fail("no-such-comment");
  const id = randomUUID();
  // Under the thread's lock: later commits have later times, so no page of a sorted thread can miss one.
  const createdAt = new Date(Math.max(now.getTime(), (thread.lastCommentAt?.getTime() ?? 0) + 1));
  const place = parent === null ? { rootId: id, parentId: null, depth: 0, ordinal: 0 } : await placeBelow(tx, parent);
  const authorId = member.userId;
  await tx.comment.create({
    data: { id, ...draft, ...place, authorId, createdAt },
    select: { id: true },
  });
  await tx.thread.update({
    where: { questionId },
    data: { commentCount: { increment: 1 }, lastCommentAt: createdAt },
    select: { questionId: true },
  });
  if (draft.optionIds !== null) await refreshAnswerVote(tx, questionId, authorId);
  await notifyOfComment(db, tx, { id, questionId, parentId: place.parentId, html: draft.html, member }, now);
  await announceInside(db, tx, { questionId, commentId: id, authorId });
  return ok({ id, isNew: true });
}

interface Parent {
  readonly id: string;
  readonly rootId: string;
  readonly depth: number;
}

async function findParent(tx: Tx, questionId: string, parentId: string | null): Promise<Parent | null | "gone"> {
  if (parentId === null) return null;
  const parent = await tx.comment.findUnique({
    where: { id: parentId, questionId, state: "shown" },
    select: { id: true, rootId: true, depth: true },
  });
  return parent ?? "gone";
}

/** The next place among the replies of one root. */
export async function placeBelow(tx: Tx, parent: Parent) {
  const { replyCount } = await tx.comment.update({
    where: { id: parent.rootId },
    data: { replyCount: { increment: 1 } },
    select: { replyCount: true },
  });
  await tx.comment.update({ where: { id: parent.id }, data: { childCount: { increment: 1 } }, select: { id: true } });
  return { rootId: parent.rootId, parentId: parent.id, depth: parent.depth + 1, ordinal: replyCount };
}
