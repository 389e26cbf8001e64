import { ThreadOnDemand } from "#components/discussion/thread-on-demand";
import { GiveWords } from "#components/give-words";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { unsentFields } from "#lib/auth/unsent-form";
import { publicPartsOf } from "#lib/bank/read/revisions";
import { database } from "#lib/db/current";
import { carriesAnswers } from "#lib/discussion/carried-answer";
import { getDistributions } from "#lib/discussion/read/get-distributions";
import { getOwnComment, type OwnComment } from "#lib/discussion/read/get-own-comment";
import { getThread, type OpenThread } from "#lib/discussion/read/get-thread";
import { keptSort } from "#lib/discussion/read/kept-sort";
import { readThreadView, type SearchParams } from "#lib/discussion/schema";
import { writersLetters } from "#lib/discussion/writers-letters";
import { letterAt } from "#lib/exam/letters";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { toShownComment } from "./shown-comment.ts";
import type { ThreadContext } from "./thread-context.ts";

type DiscussionProps = {
  examSlug: string;
  questionId: string;
  questionName: string;
  /** Option ids in the order of the page that shows the thread; comments show its letters. */
  order?: readonly string[];
  /** The right options, for a page that shows the key. */
  keyIds?: readonly string[];
  /** The page's own address and query; without them, the thread is at the question's address. */
  path?: string;
  search?: SearchParams;
};

/** The thread of a question. Shows nothing at all to a viewer who has not answered it. */
export async function Discussion({ examSlug, questionId, questionName, ...rest }: DiscussionProps) {
  const { order = [], keyIds = [], path, search } = rest;
  const [viewer, t] = await Promise.all([currentViewer(), currentWords()]);
  const db = database();
  const now = new Date();
  const usualSort = await keptSort();
  const view = readThreadView(search ?? {}, usualSort);
  const thread = await getThread(db, viewer, questionId, { now, order, view });
  if (thread.state === "not-yet-disclosed") return null;
  const isMember = viewer.member !== null;
  const form = isMember ? view.form : null;
  const writerId = viewer.member?.userId ?? "";
  const [distributions, options, edited, unsent] = await Promise.all([
    getDistributions(db, thread, order),
    writersOptions(thread, order),
    form?.kind === "edit" ? getOwnComment(db, viewer, form.comment, order) : null,
    unsentFields(),
  ]);
  const questionPath = `/exams/${examSlug}/questions/${questionName}`;
  const { comments, next, isContinued, isLocked, isMuted, undoable, mayModerate } = thread;
  const context: ThreadContext = {
    place: { path: path ?? questionPath, questionPath, sort: view.sort, usualSort, after: view.after },
    form,
    linked: view.focus ?? null,
    isMember,
    mayModerate,
    mayReply: isMember && (!isLocked || mayModerate),
    writer: {
      examSlug,
      questionName,
      writerId,
      ...options,
      requestId: crypto.randomUUID(),
      unsent: unsentComment(unsent),
    },
    edited,
    unsentReport: unsentReport(unsent),
  };
  return (
    <GiveWords words={await currentWordsOf("thread")}>
      <ThreadOnDemand
        questionId={questionId}
        comments={comments.map((comment) => toShownComment(t, comment, order, now))}
        next={next}
        isContinued={isContinued}
        isLocked={isLocked}
        isMuted={isMuted}
        undoable={undoable}
        distributions={distributions}
        order={order}
        keyIds={keyIds}
        unread={thread.unread}
        loadedAt={now.toISOString()}
        context={context}
      />
    </GiveWords>
  );
}

function unsentComment(fields: FormData | null): OwnComment | null {
  const markdown = fields?.get("markdown")?.toString();
  return markdown === undefined ? null : { markdown, optionIds: fields?.getAll("option").map(String) ?? [] };
}

function unsentReport(fields: FormData | null): ThreadContext["unsentReport"] {
  const detail = fields?.get("detail")?.toString();
  return detail === undefined ? null : { reason: String(fields?.get("reason")), detail };
}

/** The options in the writer's letters, and what of them a comment can support; nothing where the page shows another wording. */
async function writersOptions(thread: OpenThread, order: readonly string[]) {
  const part = (await publicPartsOf(database().read, [thread.revisionId])).get(thread.revisionId);
  if (part === undefined || writersLetters(part, order) === null) return { choices: null, order: [] };
  const options = order.map((id, i) => ({ id, letter: letterAt(i) }));
  return { choices: carriesAnswers(part) ? { isMultiple: part.kind === "multiple", options } : null, order };
}
