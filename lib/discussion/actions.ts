"use server";

import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cookieAttributes } from "#lib/auth/are-cookies-secure";
import { pathBefore } from "#lib/auth/path-before";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { keepUnsent } from "#lib/auth/unsent-form";
import type { Viewer } from "#lib/auth/viewer";
import { database } from "#lib/db/current";
import { unlessRefused } from "#lib/db/unless-refused";
import { fail, ok, type Result } from "#lib/exam/result";
import { mayTry } from "#lib/limits/count-try";
import { firstProblem } from "#lib/messages/form-problems";
import { type CommentRefusal, commentProblems, type ReportRefusal, reportProblems } from "./comment-refusal.ts";
import { previewComment } from "./read/preview-comment.ts";
import { commentForm, editForm, previewForm, reportForm, sortForm, threadForm } from "./schema.ts";
import { sortCookie } from "./sort-cookie.ts";
import { secondsToWait } from "./write/check-limits.ts";
import { deleteComment, undoDelete } from "./write/delete-comment.ts";
import { editComment } from "./write/edit-comment.ts";
import { keepLetters } from "./write/keep-letters.ts";
import { setMute } from "./write/mute.ts";
import { postComment } from "./write/post-comment.ts";
import { reportComment } from "./write/report-comment.ts";
import { voteOnComment } from "./write/vote-on-comment.ts";

export interface CommentFormState {
  readonly refusal: CommentRefusal | null;
  /** How long to wait if it was sent too soon. */
  readonly seconds: number;
  readonly markdown: string;
  readonly options: readonly string[];
  /** Changes with each accepted comment, so that React remounts the form. */
  readonly requestId: string;
  readonly previewHtml: string | null;
  /** The comment that was just posted or edited. */
  readonly done: string | null;
}

/** Posts, edits or previews: one form; its button says which. */
export async function commentAction(_: CommentFormState, form: FormData): Promise<CommentFormState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const options = form.getAll("option").map(String).filter(Boolean);
  const kept = { markdown: text("markdown"), options, requestId: text("requestId") };
  const again = { ...kept, refusal: null, seconds: 0, previewHtml: null, done: null };
  const viewer = await currentViewer();
  const untouched = { ...again, markdown: "", options: [] };
  if (await keepUnsent(viewer, form, [kept.markdown], commentAction.bind(null, untouched)))
    return { ...again, refusal: "sign-in-first" };
  if (text("intent") === "preview") {
    const preview = await previewOf(viewer, form);
    return preview.ok ? { ...again, previewHtml: preview.value } : { ...again, refusal: preview.error };
  }
  const outcome = await unlessRefused(() => (form.has("edited") ? saveEdit(form, options) : savePost(form, options)));
  if (!outcome.ok) return { ...again, refusal: "not-saved" };
  const result = outcome.value;
  if (!result.ok && result.error === "sign-in-first") return leadToSignIn();
  if (!result.ok) return { ...again, refusal: result.error, seconds: await waitAfter(result.error) };
  refresh();
  return { ...again, markdown: "", options: [], requestId: crypto.randomUUID(), done: result.value };
}

async function previewOf({ member }: Viewer, form: FormData): Promise<Result<string, CommentRefusal>> {
  if (member === null) return fail("sign-in-first");
  const parsed = previewForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return fail(firstProblem(parsed.error, commentProblems));
  if (!(await mayTry(database(), "preview-by-account", member.userId, new Date()))) return fail("many-previews");
  return previewComment(database(), parsed.data);
}

async function waitAfter(refusal: CommentRefusal): Promise<number> {
  const { member } = await currentViewer();
  return member === null || refusal !== "too-soon" ? 0 : secondsToWait(database().read, member, new Date());
}

/** The id of the comment. */
type Saved = Result<string, CommentRefusal>;

async function savePost(form: FormData, options: readonly string[]): Promise<Saved> {
  const parsed = commentForm.safeParse({ ...Object.fromEntries(form), parent: form.get("parent"), options });
  if (!parsed.success) return fail(firstProblem(parsed.error, commentProblems));
  const { exam, question, requestId, parent, markdown, order } = parsed.data;
  return postComment({
    db: database(),
    viewer: await currentViewer(),
    examSlug: exam,
    questionName: question,
    requestId,
    parentId: parent,
    markdown,
    optionIds: parsed.data.options,
    order,
    now: new Date(),
  });
}

async function saveEdit(form: FormData, options: readonly string[]): Promise<Saved> {
  const parsed = editForm.safeParse({ ...Object.fromEntries(form), comment: form.get("edited"), options });
  if (!parsed.success) return fail(firstProblem(parsed.error, commentProblems));
  const { comment: commentId, markdown, order } = parsed.data;
  const [db, viewer, now] = [database(), await currentViewer(), new Date()];
  const result = await editComment({ db, viewer, commentId, markdown, optionIds: parsed.data.options, order, now });
  return result.ok ? ok(commentId) : result;
}

/** The session has ended: a page rendered again would have no thread. What was written is a draft on the device. */
async function leadToSignIn(): Promise<never> {
  redirect(`/sign-in?ended=1&returnTo=${encodeURIComponent(pathBefore(await headers()))}`);
}

/** The value of a thread's button: an action and the comment or question that it concerns. */
export async function threadAction(form: FormData): Promise<void> {
  const parsed = threadForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return;
  const [db, viewer, now] = [database(), await currentViewer(), new Date()];
  if (viewer.member === null) return leadToSignIn();
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
    case "keep-letters":
    case "convert-letters":
      await keepLetters({ db, viewer, commentId: id, isKept: act === "keep-letters", now });
      break;
    case "mute":
    case "unmute":
      await setMute({ db, viewer, questionId: id, isMuted: act === "mute", now });
  }
  refresh();
}

/** Shows this thread, and from now on every other one on this device, in the chosen order. */
export async function sortThreadAction(form: FormData): Promise<void> {
  const parsed = sortForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return;
  const { sort, path, stay } = parsed.data;
  (await cookies()).set(sortCookie(), sort, { ...cookieAttributes(), maxAge: 400 * 24 * 60 * 60 });
  if (stay === undefined) redirect(`${path}#discussion`);
}

const votes = { upvote: 1, downvote: -1, unvote: 0 } as const;

export interface ReportFormState {
  readonly refusal: ReportRefusal | null;
  readonly isSent: boolean;
}

export async function reportAction(_: ReportFormState, form: FormData): Promise<ReportFormState> {
  const viewer = await currentViewer();
  const untouched = { refusal: null, isSent: false };
  if (await keepUnsent(viewer, form, [String(form.get("detail") ?? "")], reportAction.bind(null, untouched)))
    return { refusal: "sign-in-first", isSent: false };
  const parsed = reportForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { refusal: firstProblem(parsed.error, reportProblems), isSent: false };
  const { comment: commentId, reason, detail } = parsed.data;
  const result = await reportComment({ db: database(), viewer, commentId, reason, detail, now: new Date() });
  if (!result.ok) return { refusal: result.error, isSent: false };
  refresh();
  return { refusal: null, isSent: true };
}
