import { CommentButtons } from "#components/discussion/comment-buttons";
import { CommentForm } from "#components/discussion/comment-form";
import { OwnLetters } from "#components/discussion/own-letters";
import { ReportForm } from "#components/discussion/report-form";
import { addressOf } from "#lib/discussion/place";
import { useWords } from "#words";
import type { ShownComment } from "./shown-comment.ts";
import type { ThreadContext } from "./thread-context.ts";

type CommentArticleProps = { comment: ShownComment; context: ThreadContext };

/** One comment: who, how long ago, what, and the buttons for it. */
export function CommentArticle({ comment, context }: CommentArticleProps) {
  const t = useWords();
  const { id, author, html, state, own } = comment;
  const { form, linked, edited, writer, place } = context;
  const open = form?.comment === id ? form.kind : null;
  const back = open === null ? "" : addressOf(place, {}, `comment-${id}`);
  return (
    <article
      id={`comment-${id}`}
      tabIndex={-1}
      aria-label={author}
      // Not :target, which a navigation within the app leaves where it was.
      data-linked={linked === id || undefined}
      className="comment"
    >
      <Heading comment={comment} context={context} />
      {state === "hidden" ? (
        <p className="mt-1 text-sm text-flag">{t(own ? "thread.hiddenOwn" : "thread.hidden")}</p>
      ) : null}
      {html === undefined ? (
        <p className="mt-1 text-sm text-muted">{t(state === "deleted" ? "thread.authorDeleted" : "thread.notShown")}</p>
      ) : open === "edit" && edited !== null ? (
        <CommentForm {...writer} edited={{ id, ...edited }} returnTo={back} cancelTo={back} />
      ) : (
        <>
          {comment.selected === undefined ? null : (
            <p className="mt-1 text-sm font-semibold">{t("thread.selected", { letters: comment.selected })}</p>
          )}
          <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
          {comment.letters === undefined ? null : <OwnLetters id={id} letters={comment.letters} />}
          <CommentButtons comment={comment} context={context} open={open} />
        </>
      )}
      {open === "reply" && state === undefined && context.mayReply ? (
        <CommentForm {...writer} parentId={id} returnTo={place.path} cancelTo={back} />
      ) : null}
      {open === "report" && state === undefined && !own ? (
        <ReportForm commentId={id} cancelTo={back} unsent={context.unsentReport} />
      ) : null}
    </article>
  );
}

function Heading({ comment, context }: CommentArticleProps) {
  const t = useWords();
  const { id, author, handle, edited, official, pinned, isNew, inReplyTo, earlierWording } = comment;
  const { questionPath } = context.place;
  return (
    <div className="comment-head">
      <b title={handle === undefined ? undefined : `@${handle}`}>{author}</b>
      {/* The age leads to the comment's permanent address. */}
      <a href={`${questionPath}?comment=${id}#comment-${id}`}>
        <time dateTime={comment.at} title={comment.absolute}>
          {comment.age}
        </time>
        <span className="sr-only">{`, ${comment.absolute}`}</span>
      </a>
      {isNew ? <span className="comment-new">{t("thread.isNew")}</span> : null}
      {pinned ? <span className="font-medium text-accent">{t("thread.pinned")}</span> : null}
      {official ? <span className="font-medium text-good">{t("thread.official")}</span> : null}
      {edited === undefined ? null : (
        <a href={`${questionPath}/comments/${id}`} title={edited}>
          {t("thread.edited")}
        </a>
      )}
      {inReplyTo === undefined ? null : (
        <a href={addressOf(context.place, { comment: inReplyTo.id }, `comment-${inReplyTo.id}`)}>
          {t("thread.inReplyTo", { author: inReplyTo.author })}
        </a>
      )}
      {earlierWording === undefined ? null : (
        <a href={`${questionPath}/revisions/${earlierWording}`}>{t("thread.earlierWording")}</a>
      )}
    </div>
  );
}
