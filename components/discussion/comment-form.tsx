"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { postCommentAction } from "#lib/discussion/actions";

type CommentFormProps = { examSlug: string; questionName: string; requestId: string };

/** Writes a comment. What was written stays when it is refused. */
export function CommentForm({ examSlug, questionName, requestId }: CommentFormProps) {
  const [state, post, isPending] = useActionState(postCommentAction, { message: null, markdown: "", requestId });
  return (
    <form action={post} key={state.requestId} className="mt-4 grid max-w-2xl gap-2">
      <input type="hidden" name="exam" value={examSlug} />
      <input type="hidden" name="question" value={questionName} />
      <input type="hidden" name="requestId" value={state.requestId} />
      <label className="grid gap-1.5 text-sm font-medium">
        Comment
        <textarea
          name="markdown"
          rows={4}
          required
          maxLength={8000}
          defaultValue={state.markdown}
          className="rounded-lg border border-line bg-sheet p-3 text-base font-normal"
        />
      </label>
      <p role="alert" className="text-sm text-bad empty:hidden">
        {state.message}
      </p>
      <div className="flex items-center gap-4">
        <Button look="primary" disabled={isPending}>
          Post comment
        </Button>
        <span className="text-sm text-muted">Markdown works: **bold**, `code`, lists, $maths$.</span>
      </div>
    </form>
  );
}
