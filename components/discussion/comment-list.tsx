import { useRef } from "react";
import { CommentArticle } from "#components/discussion/comment-article";
import { addressOf } from "#lib/discussion/place";
import { useWords } from "#words";
import type { ShownComment } from "./shown-comment.ts";
import type { ThreadContext } from "./thread-context.ts";
import { useSoftLinks } from "./use-soft-links.ts";

type CommentListProps = {
  comments: readonly ShownComment[];
  /** The cursor of the next page, or null. */
  next: string | null;
  isContinued: boolean;
  context: ThreadContext;
};

const more = "inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-4";

/** The comments of one page, with a link to the next. */
export function CommentList({ comments, next, isContinued, context }: CommentListProps) {
  const t = useWords();
  const { place } = context;
  const whole = useRef<HTMLDivElement>(null);
  useSoftLinks(whole);
  return (
    <div ref={whole}>
      <ol className="comments mt-6">
        {comments.map((comment) => (
          <Branch key={comment.id} comment={comment} context={context} />
        ))}
      </ol>
      {comments.length === 0 ? <p className="mt-4 text-sm text-muted">{t("thread.none")}</p> : null}
      <p className="mt-4 flex gap-6">
        {isContinued ? (
          <a href={addressOf({ ...place, after: undefined })} className={more}>
            {t("thread.first")}
          </a>
        ) : null}
        {next === null ? null : (
          <a href={addressOf({ ...place, after: next })} className={more}>
            {t("thread.more")}
          </a>
        )}
      </p>
    </div>
  );
}

function Branch({ comment, context }: { comment: ShownComment; context: ThreadContext }) {
  const t = useWords();
  const { replies = [], hasEarlier, moreFrom, id } = comment;
  const link = (from: number, label: string) => (
    <li>
      <a href={addressOf(context.place, { comment: id, from: String(from) }, `comment-${id}`)} className={more}>
        {label}
      </a>
    </li>
  );
  return (
    <li>
      <CommentArticle comment={comment} context={context} />
      {replies.length === 0 && moreFrom === undefined && hasEarlier === undefined ? null : (
        <ol className="comments">
          {hasEarlier ? link(1, t("thread.earlierReplies")) : null}
          {replies.map((reply) => (
            <Branch key={reply.id} comment={reply} context={context} />
          ))}
          {moreFrom === undefined ? null : link(moreFrom, t("thread.moreReplies"))}
        </ol>
      )}
    </li>
  );
}
