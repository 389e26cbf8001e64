import Form from "next/form";
import Link from "next/link";
import type { ReactNode } from "react";
import type { ThreadContext } from "#components/discussion/comment-list";
import { deleteCommentAction, voteAction } from "#lib/discussion/actions";
import type { CommentView } from "#lib/discussion/comment-views";

type CommentButtonsProps = { comment: CommentView; context: ThreadContext; open: string | null };

const quiet = "inline-flex min-h-11 items-center text-sm text-muted underline-offset-4 hover:text-ink hover:underline";

/** What the reader can do about a comment. Everything works without script. */
export function CommentButtons({ comment, context, open }: CommentButtonsProps) {
  const { id, own, state } = comment;
  const { isMember, mayReply, mayModerate } = context;
  const isShown = state === "shown";
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <Votes comment={comment} mayVote={isMember && isShown && !own} />
      {mayReply && isShown && open !== "reply" ? <Opener kind="reply" id={id} context={context} label="Reply" /> : null}
      {own && isShown ? <Opener kind="edit" id={id} context={context} label="Edit" /> : null}
      {own && isShown ? (
        <form action={deleteCommentAction}>
          <input type="hidden" name="comment" value={id} />
          <button type="submit" className={quiet}>
            Delete
          </button>
        </form>
      ) : null}
      {isMember && !own && isShown && open !== "report" ? (
        <Opener kind="report" id={id} context={context} label="Report" />
      ) : null}
      {mayModerate ? (
        <Link href={`/moderation/comments/${id}`} prefetch={false} className={quiet}>
          Moderate
        </Link>
      ) : null}
    </div>
  );
}

function Votes({ comment, mayVote }: { comment: CommentView; mayVote: boolean }) {
  const { vote, upvotes, downvotes } = comment;
  const count = (
    <span className="min-w-4 text-center text-sm text-muted tabular-nums">
      <span aria-hidden="true">{upvotes - downvotes}</span>
      <span className="sr-only">
        {upvotes} up, {downvotes} down
      </span>
    </span>
  );
  if (!mayVote) return <span className="flex min-h-11 items-center">{count}</span>;
  return (
    <span className="-ml-3 flex items-center">
      <Vote id={comment.id} label="Upvote" value={vote === 1 ? 0 : 1} isCast={vote === 1}>
        ▲
      </Vote>
      {count}
      <Vote id={comment.id} label="Downvote" value={vote === -1 ? 0 : -1} isCast={vote === -1}>
        ▼
      </Vote>
    </span>
  );
}

type VoteProps = { id: string; label: string; value: number; isCast: boolean; children: ReactNode };

function Vote({ id, label, value, isCast, children }: VoteProps) {
  return (
    <form action={voteAction}>
      <input type="hidden" name="comment" value={id} />
      <button
        type="submit"
        name="value"
        value={value}
        aria-label={label}
        aria-pressed={isCast}
        title={label}
        className="size-11 text-sm text-muted hover:text-ink aria-pressed:text-accent"
      >
        <span aria-hidden="true">{children}</span>
      </button>
    </form>
  );
}

type OpenerProps = { kind: string; id: string; context: ThreadContext; label: string };

/** Opens a form below the comment, by an address: so it works without script. */
function Opener({ kind, id, context, label }: OpenerProps) {
  const { path, sort, after } = context.place;
  return (
    <Form action={`${path}#comment-${id}`} scroll={false} prefetch={false}>
      <input type="hidden" name={kind} value={id} />
      {sort === "top" ? null : <input type="hidden" name="sort" value={sort} />}
      {after === undefined ? null : <input type="hidden" name="after" value={after} />}
      <button type="submit" className={quiet}>
        {label}
      </button>
    </Form>
  );
}
