import type { Read } from "#lib/db/database";
import type { Cursor } from "./cursor.ts";
import type { Sort } from "./schema.ts";

export const rootsPerPage = 20;
/** Of each root's replies the first so many come with it; the rest with the root's own page. */
export const repliesAtOnce = 10;
export const repliesPerPage = 50;

export const commentSelect = {
  id: true,
  rootId: true,
  parentId: true,
  depth: true,
  ordinal: true,
  replyCount: true,
  childCount: true,
  revisionId: true,
  authorId: true,
  author: { select: { name: true, handle: true } },
  importedName: true,
  importedAge: true,
  html: true,
  optionIds: true,
  state: true,
  official: true,
  upvotes: true,
  downvotes: true,
  score: true,
  createdAt: true,
  editedAt: true,
} as const;

export type CommentRow = Awaited<ReturnType<typeof listReplies>>[number];

/** One page of roots after `cursor`, and one more to know whether there is another page. */
export function listRoots(read: Read, questionId: string, sort: Sort, cursor: Cursor | null) {
  return read.comment.findMany({
    where: { questionId, depth: 0, listed: true, ...after(sort, cursor) },
    orderBy: orders[sort],
    take: rootsPerPage + 1,
    select: commentSelect,
  });
}

const newest = [{ createdAt: "desc" as const }, { id: "desc" as const }];
const orders = {
  top: [{ score: "desc" as const }, ...newest],
  newest,
  oldest: [{ createdAt: "asc" as const }, { id: "asc" as const }],
};

/** What comes after the cursor. The first condition alone bounds the walk through the index. */
function after(sort: Sort, cursor: Cursor | null) {
  if (cursor === null) return {};
  const { score, createdAt, id } = cursor;
  if (sort === "oldest")
    return { createdAt: { gte: createdAt }, OR: [{ createdAt: { gt: createdAt } }, { id: { gt: id } }] };
  const older = [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }];
  if (sort === "newest") return { createdAt: { lte: createdAt }, OR: older };
  return { score: { lte: score }, OR: [{ score: { lt: score } }, ...older] };
}

/** Replies below any of `rootIds`, in the order of posting, whose ordinals lie between the two. */
export function listReplies(read: Read, rootIds: readonly string[], from: number, to: number) {
  return read.comment.findMany({
    where: { rootId: { in: [...rootIds] }, ordinal: { gte: Math.max(1, from), lte: to }, listed: true },
    orderBy: { ordinal: "asc" },
    select: commentSelect,
  });
}

export function findRows(read: Read, questionId: string, ids: readonly string[]) {
  return read.comment.findMany({ where: { id: { in: [...ids] }, questionId }, select: commentSelect });
}
