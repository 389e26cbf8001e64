"use server";

import { refresh } from "next/cache";
import { currentViewer } from "#lib/auth/read/current-viewer";
import type { Viewer } from "#lib/auth/viewer";
import { database } from "#lib/db/current";
import { unlessRefused } from "#lib/db/unless-refused";
import { fail, type Result } from "#lib/exam/result";
import { mayTry } from "#lib/limits/count-try";
import { refusalSentences } from "./refusal-sentences.ts";
import { renderComment } from "./render-comment.ts";
import { commentForm, editForm, previewForm, reportForm, threadForm } from "./schema.ts";
import { deleteComment, undoDelete } from "./write/delete-comment.ts";
import { editComment } from "./write/edit-comment.ts";
import { setMute } from "./write/mute.ts";
import { postComment } from "./write/post-comment.ts";
import { type ReportRefusal, reportComment } from "./write/report-comment.ts";
import { voteOnComment } from "./write/vote-on-comment.ts";

export interface CommentFormState {
  readonly message: string | null;
  readonly markdown: string;
  readonly options: readonly string[];
  /** Changes with each accepted comment, so that the form is made anew. */
  readonly requestId: string;
  readonly previewHtml: string | null;
  /** The comment that was just posted or edited. */
  readonly done: string | null;
}

/** Posts, edits or previews: one form, whose button says which. */
export async function commentAction(_: CommentFormState, form: FormData): Promise<CommentFormState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const options = form.getAll("option").map(String).filter(Boolean);
  const kept = { markdown: text("markdown"), options, requestId: text("requestId") };
  const again = (message: string | null, previewHtml: string | null = null) => ({
    ...kept,
    message,
    previewHtml,
    done: null,
  });
  if (text("intent") === "preview") {
    const preview = await previewComment(await currentViewer(), kept.markdown);
    return preview.ok ? again(null, preview.value) : again(preview.error);
  }
  const outcome = await unlessRefused(() => (form.has("edited") ? saveEdit(form, options) : savePost(form, options)));
  if (!outcome.ok) return again("The server cannot save at the moment. Your text is kept here: try again in a minute.");
  const result = outcome.value;
  if (!result.ok) return again(result.message);
  refresh();
  return {
    markdown: "",
    options: [],
    message: null,
    previewHtml: null,
    requestId: crypto.randomUUID(),
    done: result.id,
  };
}

async function previewComment({ member }: Viewer, text: string): Promise<Result<string, string>> {
  if (member === null) return fail(refusalSentences["sign-in-first"]);
  const parsed = previewForm.safeParse({ markdown: text });
  if (!parsed.success) return fail(parsed.error.issues[0]?.message ?? "Not understood");
  if (!(await mayTry(database(), "preview-by-account", member.userId, new Date())))
    return fail(refusalSentences["many-previews"]);
  const rendered = await renderComment(parsed.data.markdown);
  return rendered.ok ? rendered : fail(refusalSentences[rendered.error]);
}

type Saved = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly message: string };

async function savePost(form: FormData, options: readonly string[]): Promise<Saved> {
  const parsed = commentForm.safeParse({ ...Object.fromEntries(form), parent: form.get("parent"), options });
  if (!parsed.success) return { ok: false, message: parsed.error.issues[0]?.message ?? "Not understood" };
  const { exam, question, requestId, parent, markdown } = parsed.data;
  const result = await postComment({
    db: database(),
    viewer: await currentViewer(),
    examSlug: exam,
    questionName: question,
    requestId,
    parentId: parent,
    markdown,
    optionIds: parsed.data.options,
    now: new Date(),
  });
  return result.ok ? { ok: true, id: result.value } : { ok: false, message: refusalSentences[result.error] };
}

async function saveEdit(form: FormData, options: readonly string[]): Promise<Saved> {
  const parsed = editForm.safeParse({ comment: form.get("edited"), markdown: form.get("markdown"), options });
  if (!parsed.success) return { ok: false, message: parsed.error.issues[0]?.message ?? "Not understood" };
  const { comment: commentId, markdown } = parsed.data;
  const viewer = await currentViewer();
  const request = { db: database(), viewer, commentId, markdown, optionIds: parsed.data.options, now: new Date() };
  const result = await editComment(request);
  return result.ok ? { ok: true, id: commentId } : { ok: false, message: refusalSentences[result.error] };
}

/** What a button of the thread says: an act and the comment or the question that it is about. */
export async function threadAction(form: FormData): Promise<void> {
  const parsed = threadForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return;
  const [db, viewer, now] = [database(), await currentViewer(), new Date()];
  const { act, id } = parsed.data.act;
  switch (act) {
    case "upvote":
    case "downvote":
    case "unvote":
      await voteOnComment({ db, viewer, commentId: id, value: votes[act], now });
      break;
    case "delete":
      await deleteComment({ db, viewer, commentId: id, now });
      break;
    case "undelete":
      await undoDelete({ db, viewer, commentId: id, now });
      break;
    case "mute":
    case "unmute":
      await setMute({ db, viewer, questionId: id, isMuted: act === "mute", now });
  }
  refresh();
}

const votes = { upvote: 1, downvote: -1, unvote: 0 } as const;

export interface ReportFormState {
  readonly message: string | null;
  readonly isSent: boolean;
}

const reportSentences: Readonly<Record<ReportRefusal, string>> = {
  "sign-in-first": "Sign in to report a comment.",
  "no-such-comment": "That comment is no longer there.",
  "own-comment": "This comment is yours: delete it instead.",
  "enough-today": "You have sent many reports today. The moderators will look at those first.",
  suspended: "Your account may not report at present.",
};

export async function reportAction(_: ReportFormState, form: FormData): Promise<ReportFormState> {
  const parsed = reportForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { message: parsed.error.issues[0]?.message ?? "Not understood", isSent: false };
  const { comment: commentId, reason, detail } = parsed.data;
  const viewer = await currentViewer();
  const result = await reportComment({ db: database(), viewer, commentId, reason, detail, now: new Date() });
  if (!result.ok) return { message: reportSentences[result.error], isSent: false };
  refresh();
  return { message: null, isSent: true };
}
