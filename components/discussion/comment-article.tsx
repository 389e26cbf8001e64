import Link from "next/link";
import { CommentButtons } from "#components/discussion/comment-buttons";
import { CommentForm } from "#components/discussion/comment-form";
import type { ThreadContext } from "#components/discussion/comment-list";
import { EditForm } from "#components/discussion/edit-form";
import { ReportForm } from "#components/discussion/report-form";
import { absoluteTime, relativeAge } from "#lib/dates/relative-age";
import type { CommentView } from "#lib/discussion/comment-views";
import { addressOf } from "#lib/discussion/place";

type CommentArticleProps = { comment: CommentView; context: ThreadContext };

/** One comment: who, how long ago, what, and what one can do about it. */
export function CommentArticle({ comment, context }: CommentArticleProps) {
  const { id, author, html, state } = comment;
  const open = context.form?.comment === id ? context.form.kind : null;
  const back = addressOf(context.place, {}, `comment-${id}`);
  return (
    <article id={`comment-${id}`} aria-label={author} className="max-w-2xl scroll-mt-6 target:bg-accent-soft">
      <Heading comment={comment} context={context} />
      {state === "hidden" ? (
        <p className="mt-1 text-sm text-flag">
          {comment.own
            ? "Hidden by a moderator: only you and moderators see it."
            : "Hidden until a moderator has looked at it."}
        </p>
      ) : null}
      {html === null ? (
        <p className="mt-1 text-sm text-muted">
          {state === "deleted" ? "Its author deleted this comment." : "This comment is not shown."}
        </p>
      ) : open === "edit" && comment.own ? (
        <EditForm commentId={id} writer={context.writer} returnTo={back} />
      ) : (
        <>
          {comment.selected === null ? null : (
            <p className="mt-1 text-sm font-semibold">Selected answer: {comment.selected}</p>
          )}
          <div className="prose mt-1" dangerouslySetInnerHTML={{ __html: html }} />
          <CommentButtons comment={comment} context={context} open={open} />
        </>
      )}
      {open === "reply" && state === "shown" && context.mayReply ? (
        <CommentForm
          {...context.writer}
          requestId={crypto.randomUUID()}
          parentId={id}
          returnTo={context.place.path}
          cancelTo={back}
        />
      ) : null}
      {open === "report" && state === "shown" && !comment.own ? <ReportForm commentId={id} cancelTo={back} /> : null}
    </article>
  );
}

function Heading({ comment, context }: CommentArticleProps) {
  const { id, author, handle, editedAt, official, pinned, inReplyTo, earlierWording } = comment;
  const { questionPath } = context.place;
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 text-sm">
      <b className="font-semibold" title={handle === "" ? undefined : `@${handle}`}>
        {author}
      </b>
      <Age comment={comment} context={context} />
      {pinned ? <span className="font-medium text-accent">Pinned</span> : null}
      {official ? <span className="font-medium text-good">✓ Answered by the authors</span> : null}
      {editedAt === null ? null : (
        <Link
          href={`${questionPath}/comments/${id}`}
          prefetch={false}
          title={absoluteTime(editedAt)}
          className="text-muted underline underline-offset-4"
        >
          edited
        </Link>
      )}
      {inReplyTo === null ? null : (
        <Link
          href={addressOf(context.place, { comment: inReplyTo.id }, `comment-${inReplyTo.id}`)}
          prefetch={false}
          className="text-muted underline underline-offset-4"
        >
          in reply to {inReplyTo.author}
        </Link>
      )}
      {earlierWording === null ? null : (
        <Link
          href={`${questionPath}/revisions/${earlierWording}`}
          prefetch={false}
          className="text-flag underline underline-offset-4"
        >
          about an earlier wording
        </Link>
      )}
    </div>
  );
}

const monthYear = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** The age leads to the comment's permanent address. */
function Age({ comment, context }: CommentArticleProps) {
  const { id, createdAt, isImported, importedAge } = comment;
  const absolute = importedAge ?? absoluteTime(createdAt);
  return (
    <Link
      href={`${context.place.questionPath}?comment=${id}#comment-${id}`}
      prefetch={false}
      className="text-muted hover:underline"
    >
      <time dateTime={createdAt.toISOString()} title={absolute}>
        {isImported ? `around ${monthYear.format(createdAt)}, imported` : relativeAge(createdAt, context.now)}
      </time>
      <span className="sr-only">, {absolute}</span>
    </Link>
  );
}
