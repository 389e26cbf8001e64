import { absoluteTime, relativeAge } from "#lib/dates/relative-age";
import { deleteCommentAction } from "#lib/discussion/actions";
import type { CommentView } from "#lib/discussion/queries";

/** One comment: who, how long ago, what. */
export function CommentArticle({ comment, now }: { comment: CommentView; now: Date }) {
  const { id, author, html, createdAt, own } = comment;
  return (
    <article aria-label={author} className="max-w-2xl">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <b className="font-semibold">{author}</b>
        <time dateTime={createdAt.toISOString()} title={absoluteTime(createdAt)} className="text-muted">
          {relativeAge(createdAt, now)}
        </time>
      </p>
      <div className="prose mt-1" dangerouslySetInnerHTML={{ __html: html }} />
      {own ? (
        <form action={deleteCommentAction}>
          <input type="hidden" name="comment" value={id} />
          <button type="submit" className="min-h-11 text-sm text-muted underline underline-offset-4 hover:text-ink">
            Delete
          </button>
        </form>
      ) : null}
    </article>
  );
}
