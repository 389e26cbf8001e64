import { randomUUID } from "node:crypto";
import { standingToServe } from "#lib/attempts/read/standing";
import type { Viewer } from "#lib/auth/viewer";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";
import { fail, ok, type Result } from "#lib/exam/result";
import { carriedAnswer } from "../carried-answer.ts";
import { type RenderRefusal, renderComment } from "../render/render-comment.ts";
import { writersLetters } from "../writers-letters.ts";
import { lockThread, refreshAnswerVote } from "./answer-votes.ts";
import {
  checkEditLimits,
  checkEditLimitsEarly,
  type EditLimitRefusal,
  lockPerson,
  mayModerate,
  textHashOf,
} from "./check-limits.ts";

export type EditRefusal =
  | "sign-in-first"
  | "no-such-comment"
  | "foreign-answer"
  | "locked"
  | EditLimitRefusal
  | RenderRefusal;

const textColumns = { markdown: true, html: true, optionIds: true, letterOrder: true } as const;

/**
 * Replaces the text of the viewer's own comment and keeps the old one. The comment then refers to the question's
 * current wording, which its author had before them.
 */
export async function editComment(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly commentId: string;
  readonly markdown: string;
  readonly optionIds: readonly string[];
  /** Option ids in the order of the writer's letters; without it, letters stay as they are typed. */
  readonly order?: readonly string[];
  readonly now: Date;
}): Promise<Result<"edited", EditRefusal>> {
  const { db, viewer, commentId, markdown, now } = request;
  const { member } = viewer;
  if (member === null) return fail("sign-in-first");
  const where = { id: commentId, authorId: member.userId, state: "shown" };
  const found = await db.read.comment.findUnique({
    where,
    select: { questionId: true, ...textColumns, question: { select: { revisionId: true } } },
  });
  const revisionId = found?.question.revisionId;
  if (!found || !revisionId) return fail("no-such-comment");
  const { questionId, html: oldHtml } = found;
  if (!mayDisclose(await standingToServe(db, viewer, questionId, now))) return fail("no-such-comment");
  const part = (await publicPartsOf(db.read, [revisionId])).get(revisionId);
  if (part === undefined) return fail("foreign-answer");
  const letters = writersLetters(part, request.order ?? []);
  const letterOrder = letters && JSON.stringify(letters.order);
  const isSame = (old: Pick<typeof found, "markdown" | "letterOrder">) =>
    old.markdown === markdown && old.letterOrder === letterOrder;
  const early = isSame(found) ? null : await checkEditLimitsEarly(db.read, member, now);
  if (early !== null) return fail(early);
  const rendered = isSame(found) ? ok(oldHtml) : await renderComment(markdown, letters);
  if (!rendered.ok) return rendered;
  const html = rendered.value;
  const optionIds = carriedAnswer(part, request.optionIds);
  if (optionIds === "foreign") return fail("foreign-answer");
  return db.write(async (tx) => {
    const person = await lockPerson(tx, member);
    const refusal = await checkEditLimits(tx, person, { html, oldHtml }, now);
    const thread = await lockThread(tx, questionId);
    if (thread.lockedAt !== null && !mayModerate(person, now)) return fail("locked");
    const old = await tx.comment.findUnique({ where, select: textColumns });
    if (old === null) return fail("no-such-comment");
    if (isSame(old) && old.optionIds === optionIds) return ok("edited");
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
      letterOrder,
      revisionId,
      editedAt: now,
    };
    await tx.comment.update({ where, data, select: { id: true } });
    await refreshAnswerVote(tx, questionId, member.userId);
    return ok("edited");
  });
}
