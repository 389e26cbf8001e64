import { getStanding } from "#lib/attempts/standing";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";
import { findRows, listReplies, listRoots, repliesAtOnce, repliesPerPage, rootsPerPage } from "./comment-rows.ts";
import { type CommentView, type RootRow, toCommentViews } from "./comment-views.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import type { Sort, ThreadView } from "./schema.ts";
import { undoMs } from "./undo.ts";

export type Thread = OpenThread | { readonly state: "not-yet-disclosed" };

export interface OpenThread {
  readonly state: "open";
  readonly sort: Sort;
  readonly comments: readonly CommentView[];
  readonly commentCount: number;
  /** The cursor of the next page, or null. */
  readonly next: string | null;
  /** The viewer came from an address of the middle of the thread. */
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
  if (!mayDisclose(await getStanding(db, viewer, questionId))) return { state: "not-yet-disclosed" };
  const { order = [], view = firstPage, now } = options;
  const [thread, question, undoable, isMuted] = await Promise.all([
    db.read.thread.findUnique({
      where: { questionId },
      select: { commentCount: true, lockedAt: true, pinnedId: true, votes: true },
    }),
    db.read.question.findUniqueOrThrow({ where: { id: questionId }, select: { revisionId: true } }),
    listUndoable(db, viewer, questionId, now),
    hasMuted(db, viewer, questionId),
  ]);
  const revisionId = question.revisionId ?? "";
  const pinnedId = thread?.pinnedId ?? null;
  const page = thread === null ? { rows: [], next: null } : await loadPage(db, questionId, view, pinnedId);
  const reader = { viewer, order, revisionId, questionId, pinnedId };
  return {
    state: "open",
    sort: view.sort,
    comments: await toCommentViews(db, page.rows, reader),
    commentCount: thread?.commentCount ?? 0,
    next: page.next,
    isContinued: readCursor(view.after) !== null,
    isLocked: thread?.lockedAt != null,
    isMuted,
    mayModerate: viewer.member !== null && viewer.member.role !== "member",
    undoable,
    revisionId,
    votes: thread?.votes ?? "[]",
  };
}

/** The focused thread, then the pinned one, then a page of the others. */
async function loadPage(db: Database, questionId: string, view: ThreadView, pinnedId: string | null) {
  const cursor = readCursor(view.after);
  const focusId = view.focus ?? view.form?.comment;
  const [found, roots] = await Promise.all([
    findRows(
      db.read,
      questionId,
      [focusId, cursor === null ? pinnedId : null].filter((id) => id != null),
    ),
    listRoots(db.read, questionId, view.sort, cursor),
  ]);
  const page = roots.slice(0, rootsPerPage);
  const last = page.at(-1);
  const next = roots.length > rootsPerPage && last ? writeCursor(last) : null;

  const target = found.find((row) => row.id === focusId);
  const isOnPage = target !== undefined && page.some((row) => row.id === target.rootId);
  // A form opens where its comment stands, if it stands there; a permanent address leads to its comment first.
  const isFocused = target !== undefined && (view.focus !== undefined || !isOnPage || target.ordinal > repliesAtOnce);
  const focus = isFocused ? await findRoot(db, questionId, target) : undefined;
  const pinned = found.find((row) => row.id === pinnedId && row.state === "shown");
  const first = [focus, pinned].filter((row) => row !== undefined);
  const rest = page.filter((row) => row.id !== focus?.id && row.id !== pinnedId);
  const others = [...(pinned && pinned.id !== focus?.id ? [pinned] : []), ...rest];

  const [near, under] = await Promise.all([
    focus === undefined ? [] : listReplies(db.read, [focus.id], ...windowOf(view, target?.ordinal ?? 0)),
    listReplies(
      db.read,
      others.map((row) => row.id),
      1,
      repliesAtOnce,
    ),
  ]);
  const rows: RootRow[] = [];
  if (focus !== undefined && first.length > 0) {
    const [from, to] = windowOf(view, target?.ordinal ?? 0);
    rows.push({ root: focus, replies: near, before: from > 1, shownUpTo: to });
  }
  for (const root of others) {
    const replies = under.filter((reply) => reply.rootId === root.id);
    rows.push({ root, replies, before: false, shownUpTo: repliesAtOnce });
  }
  return { rows, next };
}

async function findRoot(db: Database, questionId: string, target: { id: string; rootId: string }) {
  const rows = await findRows(db.read, questionId, [target.rootId]);
  return rows[0];
}

/** Which replies of the focused thread to show: from where the address says, or around the comment. */
function windowOf(view: ThreadView, ordinal: number): [from: number, to: number] {
  const from = view.from > 0 ? view.from : ordinal > repliesPerPage ? ordinal - repliesAtOnce : 1;
  return [from, from + repliesPerPage - 1];
}

async function listUndoable(db: Database, viewer: Viewer, questionId: string, now: Date): Promise<string[]> {
  if (viewer.member === null) return [];
  const rows = await db.read.comment.findMany({
    where: {
      questionId,
      authorId: viewer.member.userId,
      state: "deleted",
      deletedAt: { gt: new Date(now.getTime() - undoMs) },
    },
    orderBy: { deletedAt: "desc" },
    take: 5,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

async function hasMuted(db: Database, viewer: Viewer, questionId: string): Promise<boolean> {
  if (viewer.member === null) return false;
  const userId = viewer.member.userId;
  const mute = await db.read.threadMute.findUnique({
    where: { questionId_userId: { questionId, userId } },
    select: { userId: true },
  });
  return mute !== null;
}

export interface OwnComment {
  readonly markdown: string;
  readonly optionIds: readonly string[];
}

/** The text of the viewer's own comment, to edit it. */
export async function getOwnComment(db: Database, viewer: Viewer, commentId: string): Promise<OwnComment | null> {
  if (viewer.member === null) return null;
  const row = await db.read.comment.findUnique({
    where: { id: commentId, authorId: viewer.member.userId, state: "shown" },
    select: { markdown: true, optionIds: true },
  });
  return row === null
    ? null
    : { markdown: row.markdown, optionIds: row.optionIds === null ? [] : (JSON.parse(row.optionIds) as string[]) };
}
