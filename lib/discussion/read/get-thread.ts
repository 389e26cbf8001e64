import { standingToServe } from "#lib/attempts/read/standing";
import { may, type Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";
import { readCursor } from "../cursor.ts";
import type { Sort, ThreadView } from "../schema.ts";
import { undoMs } from "../undo.ts";
import { noteVisit } from "../write/note-visit.ts";
import { type CommentView, toCommentViews } from "./comment-views.ts";
import { loadPage } from "./load-page.ts";
import { readHead } from "./read-head.ts";
import { unreadComments } from "./unread-comments.ts";

declare const opened: unique symbol;

export type Thread = OpenThread | { readonly state: "not-yet-disclosed" };

/** Only `getThread` creates one, for readers who may see the key; so its owner may also see what people answered. */
export interface OpenThread {
  readonly [opened]: true;
  readonly state: "open";
  readonly questionId: string;
  readonly sort: Sort;
  readonly comments: readonly CommentView[];
  /** What others posted since the viewer's last visit: the first of it, and how many up to 100. */
  readonly unread: { readonly count: number; readonly firstId: string } | null;
  readonly commentCount: number;
  /** The cursor of the next page, or null. */
  readonly next: string | null;
  /** The viewer came from an address in the middle of the thread. */
  readonly isContinued: boolean;
  readonly isLocked: boolean;
  readonly isMuted: boolean;
  readonly mayModerate: boolean;
  /** The viewer's comments that were deleted a moment ago. */
  readonly undoable: readonly string[];
  readonly revisionId: string;
  /** JSON of `KeptVotes`. */
  readonly votes: string;
}

const firstPage: ThreadView = { sort: "top", from: 0, form: null };

/** One page of a thread, once the viewer may see the question's key. `order` is the order of options that the viewer sees. */
export async function getThread(
  db: Database,
  viewer: Viewer,
  questionId: string,
  options: { readonly now: Date; readonly order?: readonly string[]; readonly view?: ThreadView },
): Promise<Thread> {
  const { order = [], view = firstPage, now } = options;
  if (!mayDisclose(await standingToServe(db, viewer, questionId, now))) return { state: "not-yet-disclosed" };
  const [userId, learnerId] = [viewer.member?.userId ?? "", viewer.learnerId ?? ""];
  const [head, page] = await Promise.all([
    readHead(db, questionId, { userId, learnerId }, now),
    loadPage(db, questionId, userId, view),
  ]);
  const { revisionId } = head;
  // A question without comments is answered a thousand times: its thread is not worth a write each time.
  const since = head.commentCount === 0 ? null : await noteVisit({ db, learnerId, questionId, now }, head.visits);
  const open: Omit<OpenThread, typeof opened> = {
    state: "open",
    questionId,
    sort: view.sort,
    comments: await toCommentViews(db, page.branches, { viewer, order, revisionId, since }),
    unread: since === null ? null : await unreadComments(db, { questionId, userId, since }),
    commentCount: head.commentCount,
    next: page.next,
    isContinued: readCursor(view.after) !== null,
    isLocked: head.isLocked,
    isMuted: head.isMuted,
    mayModerate: may(viewer, "moderate"),
    undoable: head.mayUndo ? await listUndoable(db, userId, questionId, now) : [],
    revisionId,
    votes: head.votes,
  };
  return open as OpenThread;
}

async function listUndoable(db: Database, userId: string, questionId: string, now: Date): Promise<string[]> {
  const rows = await db.read.comment.findMany({
    where: {
      questionId,
      authorId: userId,
      state: "deleted",
      deletedAt: { gt: new Date(now.getTime() - undoMs) },
    },
    orderBy: { deletedAt: "desc" },
    take: 5,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
