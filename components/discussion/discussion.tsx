import Link from "next/link";
import { CommentArticle } from "#components/discussion/comment-article";
import { CommentForm } from "#components/discussion/comment-form";
import { currentViewer } from "#lib/auth/current-viewer";
import { database } from "#lib/db/current";
import { getThread } from "#lib/discussion/queries";

type DiscussionProps = { examSlug: string; questionId: string; questionName: string };

/** The thread of a question. Shows nothing at all to a viewer who has not answered it. */
export async function Discussion({ examSlug, questionId, questionName }: DiscussionProps) {
  const viewer = await currentViewer();
  const thread = await getThread(database(), viewer, questionId);
  if (thread.state === "not-yet-disclosed") return null;
  const now = new Date();
  const path = `/exams/${examSlug}/questions/${questionName}`;
  return (
    <section aria-labelledby="discussion" className="mt-12 border-t border-line pt-6">
      <h2 id="discussion" className="text-xl font-semibold">
        Discussion
      </h2>
      {viewer.member === null ? (
        <p className="mt-3 text-sm text-muted">
          <Link
            href={`/sign-in?returnTo=${encodeURIComponent(path)}`}
            prefetch={false}
            className="text-accent underline underline-offset-4"
          >
            Sign in
          </Link>{" "}
          to write a comment.
        </p>
      ) : (
        <CommentForm examSlug={examSlug} questionName={questionName} requestId={crypto.randomUUID()} />
      )}
      <div className="mt-6 grid gap-6">
        {thread.comments.map((comment) => (
          <CommentArticle key={comment.id} comment={comment} now={now} />
        ))}
      </div>
      {thread.comments.length === 0 ? <p className="mt-4 text-sm text-muted">No comments yet.</p> : null}
    </section>
  );
}
