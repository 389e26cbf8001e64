import { useWords } from "#words";
import type { ShownComment } from "./shown-comment.ts";
import { actsForm, openForm, type ThreadContext } from "./thread-context.ts";

type CommentButtonsProps = { comment: ShownComment; context: ThreadContext; open: string | null };

/** What the reader can do about a comment. Everything works without script. */
export function CommentButtons({ comment, context, open }: CommentButtonsProps) {
  const t = useWords();
  const { id, own, state } = comment;
  const { isMember, mayReply, mayModerate } = context;
  const isShown = state === undefined;
  return (
    <div className="comment-acts">
      <Votes comment={comment} mayVote={isMember && isShown && !own} />
      {mayReply && isShown && open !== "reply" ? <Opener kind="reply" id={id} label={t("thread.reply")} /> : null}
      {own && isShown ? <Opener kind="edit" id={id} label={t("thread.edit")} /> : null}
      {own && isShown ? (
        <button type="submit" form={actsForm} name="act" value={`delete ${id}`}>
          {t("thread.delete")}
        </button>
      ) : null}
      {isMember && !own && isShown && open !== "report" ? (
        <Opener kind="report" id={id} label={t("thread.report")} />
      ) : null}
      {mayModerate ? <a href={`/moderation/comments/${id}`}>{t("thread.moderate")}</a> : null}
    </div>
  );
}

function Votes({ comment, mayVote }: { comment: ShownComment; mayVote: boolean }) {
  const t = useWords();
  const { id, vote, upvotes, downvotes } = comment;
  return (
    <span className="comment-votes">
      {mayVote ? <Vote id={id} label={t("thread.upvote")} act="upvote" isCast={vote === 1} sign="▲" /> : null}
      <span>
        <span aria-hidden="true">{mayVote ? upvotes - downvotes : `▲ ${upvotes - downvotes}`}</span>
        <span className="sr-only">{t("thread.votes", { up: upvotes, down: downvotes })}</span>
      </span>
      {mayVote ? <Vote id={id} label={t("thread.downvote")} act="downvote" isCast={vote === -1} sign="▼" /> : null}
    </span>
  );
}

type VoteProps = { id: string; label: string; act: "upvote" | "downvote"; isCast: boolean; sign: string };

function Vote({ id, label, act, isCast, sign }: VoteProps) {
  return (
    <button
      type="submit"
      form={actsForm}
      name="act"
      value={`${isCast ? "unvote" : act} ${id}`}
      aria-label={label}
      aria-pressed={isCast}
      title={label}
    >
      {sign}
    </button>
  );
}

/** Opens a form below the comment with an address, so it works without script. */
function Opener({ kind, id, label }: { kind: string; id: string; label: string }) {
  return (
    <button type="submit" form={openForm} name={kind} value={id}>
      {label}
    </button>
  );
}
