import Link from "next/link";
import { AnswerBars } from "#components/discussion/answer-bars";
import { type Choices, CommentForm } from "#components/discussion/comment-form";
import { CommentList } from "#components/discussion/comment-list";
import { LiveUpdates } from "#components/discussion/live-updates";
import { SortMenu } from "#components/discussion/sort-menu";
import { ThreadSwitches } from "#components/discussion/thread-switches";
import { UndoNotice } from "#components/discussion/undo-notice";
import { currentViewer } from "#lib/auth/current-viewer";
import { publicPartsOf } from "#lib/bank/revisions";
import { database } from "#lib/db/current";
import { carriesAnswers } from "#lib/discussion/carried-answer";
import { getDistributions } from "#lib/discussion/get-distributions";
import { getThread, type OpenThread } from "#lib/discussion/queries";
import { readThreadView, type SearchParams } from "#lib/discussion/schema";
import { letterAt } from "#lib/exam/letters";

type DiscussionProps = {
  examSlug: string;
  questionId: string;
  questionName: string;
  /** Option ids in the order of the page on which the thread stands; its letters are printed in comments. */
  order?: readonly string[];
  /** The page's own address and what its query says; without them the thread stands at the question's address. */
  path?: string;
  search?: SearchParams;
};

/** The thread of a question. Shows nothing at all to a viewer who has not answered it. */
export async function Discussion({ examSlug, questionId, questionName, order = [], path, search }: DiscussionProps) {
  const viewer = await currentViewer();
  const db = database();
  const now = new Date();
  const view = readThreadView(search ?? {});
  const thread = await getThread(db, viewer, questionId, { now, order, view });
  if (thread.state === "not-yet-disclosed") return null;
  const questionPath = `/exams/${examSlug}/questions/${questionName}`;
  const distributions = await getDistributions(db, thread, order);
  const choices = await choicesOf(thread, order);
  const place = { path: path ?? questionPath, questionPath, sort: view.sort, after: view.after };
  const form = viewer.member === null ? null : view.form;
  const mayPost = viewer.member !== null && (!thread.isLocked || thread.mayModerate);
  return (
    <section aria-labelledby="discussion" className="mt-12 border-t border-line pt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <h2 id="discussion" className="text-xl font-semibold">
          Discussion
        </h2>
        <SortMenu path={place.path} sort={view.sort} />
      </div>
      {distributions === null ? null : <AnswerBars distributions={distributions} order={order} />}
      {thread.isLocked ? (
        <p className="mt-4 text-sm text-flag">A moderator has locked this thread: it can be read, not added to.</p>
      ) : null}
      {viewer.member === null ? <SignInFirst returnTo={questionPath} /> : null}
      {mayPost && form === null ? (
        <CommentForm
          examSlug={examSlug}
          questionName={questionName}
          requestId={crypto.randomUUID()}
          choices={choices}
          returnTo={place.path}
        />
      ) : null}
      {viewer.member === null ? null : <ThreadSwitches questionId={questionId} isMuted={thread.isMuted} />}
      <UndoNotice ids={thread.undoable} />
      <CommentList
        thread={thread}
        now={now}
        place={place}
        form={form}
        isMember={viewer.member !== null}
        writer={{ examSlug, questionName, choices }}
      />
      <LiveUpdates questionId={questionId} path={place.path} />
    </section>
  );
}

/** What a comment on this question can stand by, in the reader's letters; null where there is no choice to make. */
async function choicesOf(thread: OpenThread, order: readonly string[]): Promise<Choices | null> {
  const part = (await publicPartsOf(database().read, [thread.revisionId])).get(thread.revisionId);
  if (part === undefined || !carriesAnswers(part) || !("options" in part)) return null;
  const known = new Set(part.options.map((option) => option.id));
  // The page shows another wording, as an attempt that began before an edit does.
  if (order.length !== known.size || !order.every((id) => known.has(id))) return null;
  const options = order.map((id, i) => ({ id, letter: letterAt(i) }));
  return { isMultiple: part.kind === "multiple", options };
}

function SignInFirst({ returnTo }: { returnTo: string }) {
  return (
    <p className="mt-3 text-sm text-muted">
      <Link
        href={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}
        prefetch={false}
        className="text-accent underline underline-offset-4"
      >
        Sign in
      </Link>{" "}
      to write a comment.
    </p>
  );
}
