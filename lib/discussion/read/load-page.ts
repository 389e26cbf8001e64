import type { Database } from "#lib/db/database";
import { readCursor, writeCursor } from "../cursor.ts";
import type { ThreadView } from "../schema.ts";
import {
  type CommentRow,
  listBranch,
  listPage,
  type PlacedRow,
  repliesAtOnce,
  repliesPerPage,
  rootsPerPage,
} from "./comment-rows.ts";

/** A root with the replies that are shown. */
export interface Branch {
  readonly root: CommentRow;
  readonly replies: readonly CommentRow[];
  /** There are replies before these. */
  readonly before: boolean;
  /** The highest ordinal that was requested. */
  readonly shownUpTo: number;
}

export interface Page {
  readonly branches: readonly Branch[];
  /** The cursor of the next page, or null. */
  readonly next: string | null;
}

/** The branch that the address leads to, then the pinned one, then a page of the others. */
export async function loadPage(db: Database, questionId: string, userId: string, view: ThreadView): Promise<Page> {
  const cursor = readCursor(view.after);
  const targetId = view.focus ?? view.form?.comment;
  const [rows, target] = await Promise.all([
    listPage(db.read, { questionId, sort: view.sort, cursor, userId }),
    targetId === undefined ? null : findPlace(db, questionId, targetId),
  ]);
  const roots = rows.filter((row) => row.ordinal === 0);
  const placed = roots.filter((row) => row.place !== null && row.place <= rootsPerPage);
  const isMore = roots.some((row) => Number(row.place) === rootsPerPage + 1);
  const last = placed.at(-1);
  const pinned = roots.find((row) => row.id === row.pinnedId && row.state === "shown");
  // It is shown above the first page only.
  const shown = [...(pinned && cursor === null ? [pinned] : []), ...placed.filter((row) => row.id !== pinned?.id)];
  const focused = target !== null && leadsAway(view, target, shown) ? await focus(db, userId, view, target) : null;
  const others = shown.filter((row) => row.id !== focused?.root.id).map((root) => branchOf(root, rows));
  const branches = focused === null ? others : [focused, ...others];
  return { branches, next: isMore && last ? writeCursor(last) : null };
}

function branchOf(root: CommentRow, rows: readonly PlacedRow[]): Branch {
  const replies = rows.filter((row) => row.rootId === root.id && row.ordinal > 0);
  return { root, replies, before: false, shownUpTo: repliesAtOnce };
}

interface Target {
  readonly rootId: string;
  readonly ordinal: number;
}

function findPlace(db: Database, questionId: string, id: string): Promise<Target | null> {
  return db.read.comment.findUnique({ where: { id, questionId }, select: { rootId: true, ordinal: true } });
}

/** A form opens at its comment if the page shows it; a permanent address leads to its comment first. */
function leadsAway(view: ThreadView, target: Target, shown: readonly CommentRow[]): boolean {
  return view.focus !== undefined || !shown.some((root) => root.id === target.rootId) || target.ordinal > repliesAtOnce;
}

/** The target's root with replies from the place in the address, or around the target. */
async function focus(db: Database, userId: string, view: ThreadView, target: Target): Promise<Branch | null> {
  const { rootId, ordinal } = target;
  const from = view.from > 0 ? view.from : ordinal > repliesPerPage ? ordinal - repliesAtOnce : 1;
  const shownUpTo = from + repliesPerPage - 1;
  const [root, ...replies] = await listBranch(db.read, rootId, userId, from, shownUpTo);
  return root === undefined ? null : { root, replies, before: from > 1, shownUpTo };
}
