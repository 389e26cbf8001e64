import type { Read } from "#lib/db/database";
import { type Sql, sql } from "#lib/db/sql";
import type { Cursor } from "../cursor.ts";
import type { Sort } from "../schema.ts";

export const rootsPerPage = 20;
/** How many of each root's first replies come with it; the rest are on the root's own page. */
export const repliesAtOnce = 10;
export const repliesPerPage = 50;

export interface CommentRow {
  readonly id: string;
  readonly rootId: string;
  readonly parentId: string | null;
  readonly ordinal: number;
  readonly replyCount: number;
  readonly revisionId: string;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly handle: string | null;
  readonly importedName: string | null;
  readonly importedAge: string | null;
  readonly html: string;
  readonly optionIds: string | null;
  /** JSON of the option ids in the order of the letters in its text; null where those name no options. */
  readonly letterOrder: string | null;
  /** Whether its author wants the letters as they were typed. SQLite returns a number. */
  readonly keepsLetters: boolean | number;
  readonly state: string;
  readonly official: boolean;
  readonly upvotes: number;
  readonly downvotes: number;
  readonly score: number;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  /** The reader's own vote: 1, -1, or null for none. */
  readonly vote: number | null;
  /** Of the whole thread. */
  readonly pinnedId: string | null;
}

/**
 * `place` is the root's position on the page, from 1; null for a pinned one that is on another page. SQLite returns it
 * as a bigint.
 */
export type PlacedRow = CommentRow & { readonly place: number | bigint | null };

const columns = sql`c."id", c."rootId", c."parentId", c."ordinal", c."replyCount", c."revisionId", c."authorId",
  a."name" AS "authorName", a."handle", c."importedName", c."importedAge", c."html", c."optionIds", c."letterOrder", c."keepsLetters", c."state", c."official",
  c."upvotes", c."downvotes", c."score", c."createdAt", c."editedAt", b."value" AS "vote", t."pinnedId"`;

const withAuthorVoteAndPin = (userId: string) => sql`
  LEFT JOIN "User" a ON a."id" = c."authorId"
  LEFT JOIN "Ballot" b ON b."commentId" = c."id" AND b."userId" = ${userId}
  LEFT JOIN "Thread" t ON t."questionId" = c."questionId"`;

/**
 * One page of roots after `cursor`, and one more to know whether there is another page; on the first page also the
 * pinned one; each with its first replies. One statement: it reads along an index, however long the thread is.
 */
export function listPage(
  read: Read,
  page: {
    readonly questionId: string;
    readonly sort: Sort;
    readonly cursor: Cursor | null;
    /** Empty without an account. */
    readonly userId: string;
  },
): Promise<readonly PlacedRow[]> {
  const { questionId, sort, cursor, userId } = page;
  const order = orders[sort];
  const pinned = sql`
    UNION ALL SELECT "pinnedId", NULL FROM "Thread"
    WHERE "questionId" = ${questionId} AND "pinnedId" IS NOT NULL AND "pinnedId" NOT IN (SELECT "id" FROM page)`;
  return read.$queryRaw`
    WITH page AS (
      SELECT "id", "score", "createdAt" FROM "Comment"
      WHERE "questionId" = ${questionId} AND "depth" = 0 AND "listed" = TRUE ${after(sort, cursor)}
      ORDER BY ${order} LIMIT ${rootsPerPage + 1}
    ), roots ("id", "place") AS (
      SELECT "id", ROW_NUMBER() OVER (ORDER BY ${order}) FROM page ${cursor === null ? pinned : sql``}
    )
    SELECT ${columns}, roots."place"
    FROM roots
    JOIN "Comment" c ON c."rootId" = roots."id" AND c."ordinal" <= ${repliesAtOnce} AND c."listed" = TRUE
    ${withAuthorVoteAndPin(userId)}
    ORDER BY c."ordinal", roots."place"`;
}

const orders: Readonly<Record<Sort, Sql>> = {
  top: sql`"score" DESC, "createdAt" DESC, "id" DESC`,
  newest: sql`"createdAt" DESC, "id" DESC`,
  oldest: sql`"createdAt" ASC, "id" ASC`,
};

/** The rows after the cursor. Only the first condition limits the index scan. */
function after(sort: Sort, cursor: Cursor | null): Sql {
  if (cursor === null) return sql``;
  const { score, createdAt, id } = cursor;
  if (sort === "oldest") return sql`AND "createdAt" >= ${createdAt} AND ("createdAt" > ${createdAt} OR "id" > ${id})`;
  const isOlder = sql`("createdAt" < ${createdAt} OR ("createdAt" = ${createdAt} AND "id" < ${id}))`;
  if (sort === "newest") return sql`AND "createdAt" <= ${createdAt} AND ${isOlder}`;
  return sql`AND "score" <= ${score} AND ("score" < ${score} OR ${isOlder})`;
}

/** A root and its replies whose ordinals lie between the two, in the order of posting. */
export function listBranch(
  read: Read,
  rootId: string,
  userId: string,
  from: number,
  to: number,
): Promise<readonly CommentRow[]> {
  return read.$queryRaw`
    SELECT ${columns} FROM "Comment" c ${withAuthorVoteAndPin(userId)}
    WHERE c."rootId" = ${rootId}
      AND (c."ordinal" = 0 OR (c."ordinal" >= ${from} AND c."ordinal" <= ${to} AND c."listed" = TRUE))
    ORDER BY c."ordinal"`;
}
