import Link from "next/link";
import { CommentArticle } from "#components/discussion/comment-article";
import type { Choices } from "#components/discussion/comment-form";
import type { CommentView } from "#lib/discussion/comment-views";
import { addressOf, type Place } from "#lib/discussion/place";
import type { OpenThread } from "#lib/discussion/queries";
import type { ThreadView } from "#lib/discussion/schema";

/** What every comment of a thread needs to be shown. */
export interface ThreadContext {
  readonly now: Date;
  readonly place: Place;
  readonly form: ThreadView["form"];
  readonly isMember: boolean;
  readonly mayModerate: boolean;
  readonly mayReply: boolean;
  readonly writer: { readonly examSlug: string; readonly questionName: string; readonly choices: Choices | null };
}

type CommentListProps = Omit<ThreadContext, "mayModerate" | "mayReply"> & { thread: OpenThread };

const more = "inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-4";

/** The comments of one page, with the way to the next. */
export function CommentList({ thread, ...rest }: CommentListProps) {
  const { mayModerate, isLocked, comments, next, isContinued } = thread;
  const context = { ...rest, mayModerate, mayReply: rest.isMember && (!isLocked || mayModerate) };
  const { place } = rest;
  return (
    <>
      <ol className="mt-6 grid gap-6">
        {comments.map((comment) => (
          <li key={comment.id} className="min-w-0">
            <Branch comment={comment} context={context} />
          </li>
        ))}
      </ol>
      {comments.length === 0 ? <p className="mt-4 text-sm text-muted">No comments yet.</p> : null}
      <p className="mt-4 flex gap-6">
        {isContinued ? (
          <Link href={addressOf({ ...place, after: undefined })} prefetch={false} className={more}>
            First comments
          </Link>
        ) : null}
        {next === null ? null : (
          <Link href={addressOf({ ...place, after: next })} prefetch={false} className={more}>
            More comments
          </Link>
        )}
      </p>
    </>
  );
}

function Branch({ comment, context }: { comment: CommentView; context: ThreadContext }) {
  const { replies, hasEarlier, moreFrom, id } = comment;
  const link = (query: Record<string, string>, label: string) => (
    <li>
      <Link
        href={addressOf(context.place, { comment: id, ...query }, `comment-${id}`)}
        prefetch={false}
        className={more}
      >
        {label}
      </Link>
    </li>
  );
  return (
    <>
      <CommentArticle comment={comment} context={context} />
      {replies.length === 0 && moreFrom === null ? null : (
        <ol className="mt-4 grid gap-4 border-l-2 border-line pl-3 sm:pl-5">
          {hasEarlier ? link({ from: "1" }, "Earlier replies") : null}
          {replies.map((reply) => (
            <li key={reply.id} className="min-w-0">
              <Branch comment={reply} context={context} />
            </li>
          ))}
          {moreFrom === null ? null : link({ from: String(moreFrom) }, "More replies")}
        </ol>
      )}
    </>
  );
}
