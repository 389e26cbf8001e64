"use server";

import { refresh } from "next/cache";
import { currentViewer } from "#lib/auth/current-viewer";
import { database } from "#lib/db/current";
import { deleteComment, type PostRefusal, postComment } from "./commands.ts";
import { commentForm } from "./schema.ts";

export interface CommentFormState {
  readonly message: string | null;
  readonly markdown: string;
  /** Changes with each accepted comment, so that the form is made anew. */
  readonly requestId: string;
}

const sentences: Readonly<Record<PostRefusal, string>> = {
  "sign-in-first": "Sign in to post a comment. What you wrote is still here.",
  "no-such-question": "This question is no longer there.",
  "too-deep": "This text is nested too deeply or too long to be shown. Shorten it; what you wrote is still here.",
  "not-yet-disclosed": "Answer the question first.",
};

export async function postCommentAction(_: CommentFormState, form: FormData): Promise<CommentFormState> {
  const given = Object.fromEntries(form);
  const kept = { markdown: String(given.markdown ?? ""), requestId: String(given.requestId ?? "") };
  const parsed = commentForm.safeParse(given);
  if (!parsed.success) return { message: parsed.error.issues[0]?.message ?? "Not understood", ...kept };
  const { exam, question, requestId, markdown } = parsed.data;
  const viewer = await currentViewer();
  const result = await postComment({
    db: database(),
    viewer,
    examSlug: exam,
    questionName: question,
    requestId,
    markdown,
    now: new Date(),
  });
  if (!result.ok) return { message: sentences[result.error], ...kept };
  refresh();
  return { message: null, markdown: "", requestId: crypto.randomUUID() };
}

export async function deleteCommentAction(form: FormData): Promise<void> {
  const commentId = String(form.get("comment") ?? "");
  await deleteComment({ db: database(), viewer: await currentViewer(), commentId, now: new Date() });
  refresh();
}
