import Link from "next/link";
import { AnswerBars } from "#components/discussion/answer-bars";
import { CommentForm } from "#components/discussion/comment-form";
import { CommentList } from "#components/discussion/comment-list";
import { LiveUpdates } from "#components/discussion/live-updates";
import { SortMenu } from "#components/discussion/sort-menu";
import { ThreadForms } from "#components/discussion/thread-forms";
import { ThreadSwitches } from "#components/discussion/thread-switches";
import { UndoNotice } from "#components/discussion/undo-notice";
import { FocusSection } from "#components/focus-section";
import { addressOf, type Place } from "#lib/discussion/place";
import type { Distributions } from "#lib/discussion/read/get-distributions";
import type { OpenThread } from "#lib/discussion/read/get-thread";
import { useWords } from "#words";
import type { ShownComment } from "./shown-comment.ts";
import type { ThreadContext } from "./thread-context.ts";

type ThreadProps = {
  questionId: string;
  comments: readonly ShownComment[];
  next: string | null;
  isContinued: boolean;
  isLocked: boolean;
  isMuted: boolean;
  undoable: readonly string[];
  unread: OpenThread["unread"];
  distributions: Distributions | null;
  /** Option ids in the order of the reader's letters. */
  order: readonly string[];
  /** The options that are right, where there are options. */
  keyIds: readonly string[];
  /** When the comments were read, ISO 8601. */
  loadedAt: string;
  context: ThreadContext;
};

/**
 * A thread as its reader sees it. It is a single client component, because its comments are then sent once, as data; as
 * server elements they would be sent twice.
 */
export function Thread(props: ThreadProps) {
  const t = useWords();
  const { questionId, isLocked, undoable, unread, distributions, order, context } = props;
  const { place, isMember, mayReply, form, writer } = context;
  return (
    <FocusSection labelledBy="discussion" className="mt-12 border-t border-line pt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h2 id="discussion" className="scroll-mt-4 text-xl font-semibold">
          {t("thread.title")}
        </h2>
        <SortMenu path={place.path} sort={place.sort} />
      </div>
      <div className="thread">
        {distributions === null ? null : (
          <AnswerBars distributions={distributions} order={order} keyIds={props.keyIds} />
        )}
        <div>
          {isLocked ? <p className="mt-4 text-sm text-flag">{t("thread.locked")}</p> : null}
          {isMember ? <ThreadForms place={place} /> : <SignInFirst returnTo={place.path} />}
          {mayReply && form === null ? <CommentForm {...writer} returnTo={place.path} /> : null}
          {isMember ? <ThreadSwitches questionId={questionId} isMuted={props.isMuted} /> : null}
          <UndoNotice ids={undoable} />
          {unread === null ? null : <Unread {...unread} place={place} />}
          <CommentList comments={props.comments} next={props.next} isContinued={props.isContinued} context={context} />
        </div>
      </div>
      <LiveUpdates questionId={questionId} path={place.path} loadedAt={props.loadedAt} />
    </FocusSection>
  );
}

function SignInFirst({ returnTo }: { returnTo: string }) {
  const t = useWords();
  return (
    <p className="mt-3 text-sm text-muted">
      {t.rich("thread.signIn", {
        link: (text) => (
          <a
            href={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}
            className="text-accent underline underline-offset-4"
          >
            {text}
          </a>
        ),
      })}
    </p>
  );
}

/** How much was posted since the last visit, with a link to the first of it. */
function Unread({ count, firstId, place }: NonNullable<OpenThread["unread"]> & { place: Place }) {
  const t = useWords();
  return (
    <p className="mt-4 text-sm">
      {t.rich("thread.unread", {
        count,
        link: (text) => (
          <Link
            href={addressOf(place, { comment: firstId }, `comment-${firstId}`)}
            prefetch={false}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            {text}
          </Link>
        ),
      })}
    </p>
  );
}
