import { CommentForm } from "#components/discussion/comment-form";
import type { ThreadContext } from "#components/discussion/comment-list";
import { currentViewer } from "#lib/auth/current-viewer";
import { database } from "#lib/db/current";
import { getOwnComment } from "#lib/discussion/queries";

type EditFormProps = { commentId: string; writer: ThreadContext["writer"]; returnTo: string };

/** The comment's own text to change. */
export async function EditForm({ commentId, writer, returnTo }: EditFormProps) {
  const own = await getOwnComment(database(), await currentViewer(), commentId);
  if (own === null) return null;
  return (
    <CommentForm
      {...writer}
      requestId={crypto.randomUUID()}
      edited={{ id: commentId, ...own }}
      returnTo={returnTo}
      cancelTo={returnTo}
    />
  );
}
