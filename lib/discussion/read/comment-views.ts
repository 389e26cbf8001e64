import { deletedName } from "#lib/auth/reserved-names";
import { may, type Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { readTexts } from "#lib/exam/json-columns";
import { lettersOf } from "#lib/exam/letters";
import { type Arranged, arrangeReplies } from "../arrange-replies.ts";
import type { CommentRow } from "./comment-rows.ts";
import type { Branch } from "./load-page.ts";

/** A comment as one reader sees it. */
export interface CommentView {
  readonly id: string;
  /** Null if this reader must not see it, and for a deleted account. */
  readonly author: string | null;
  readonly handle: string;
  readonly isImported: boolean;
  readonly importedAge: string | null;
  readonly state: "shown" | "deleted" | "hidden";
  /** Null if the reader gets only a placeholder. */
  readonly html: string | null;
  /** The order of options that the letters marked in the HTML were typed in; null where they stay as they were typed. */
  readonly typedIn: readonly string[] | null;
  /** In this reader's letters; null if it carries no answer, or one about options that no longer exist. */
  readonly selected: readonly string[] | null;
  /** The number of the wording it refers to, if that is not the current one. */
  readonly earlierWording: number | null;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly own: boolean;
  /** Posted by somebody else since the reader's last visit. */
  readonly isNew: boolean;
  readonly vote: number;
  readonly upvotes: number;
  readonly downvotes: number;
  readonly official: boolean;
  readonly pinned: boolean;
  readonly inReplyTo: { readonly id: string; readonly author: string | null } | null;
  readonly replies: readonly CommentView[];
  /** Replies before and after the ones shown: ordinals from which to go on. */
  readonly hasEarlier: boolean;
  readonly moreFrom: number | null;
}

interface Reader {
  readonly viewer: Viewer;
  readonly order: readonly string[];
  /** The question's current wording. */
  readonly revisionId: string;
  /** The end of the reader's last visit; null for a first one. */
  readonly since: Date | null;
}

/** Rows as one reader may see them, with at most two more queries, whatever their number. */
export async function toCommentViews(
  db: Database,
  branches: readonly Branch[],
  reader: Reader,
): Promise<readonly CommentView[]> {
  const rows = branches.flatMap(({ root, replies }) => [root, ...replies]);
  const [numbers, authors] = await Promise.all([wordingNumbers(db, rows, reader.revisionId), parentAuthors(db, rows)]);
  const known = { ...reader, numbers, authors };
  return branches.map(({ root, replies, before, shownUpTo }) => ({
    ...toView(root, known, null, arrangeReplies(root.id, replies)),
    hasEarlier: before,
    moreFrom: root.replyCount > shownUpTo ? shownUpTo + 1 : null,
  }));
}

interface Known extends Reader {
  readonly numbers: ReadonlyMap<string, number>;
  readonly authors: ReadonlyMap<string, string | null>;
}

function toView(
  row: CommentRow,
  known: Known,
  inReplyTo: string | null,
  replies: readonly Arranged<CommentRow>[],
): CommentView {
  const { member } = known.viewer;
  const own = member !== null && row.authorId === member.userId;
  const state = row.state as CommentView["state"];
  const seesHidden = own || may(known.viewer, "moderate");
  const isReadable = state === "shown" || (state === "hidden" && seesHidden);
  return {
    id: row.id,
    author: isReadable ? nameOf(row) : null,
    handle: isReadable ? (row.handle ?? "") : "",
    isImported: row.authorId === null,
    importedAge: row.importedAge,
    state,
    html: isReadable ? row.html : null,
    typedIn: row.keepsLetters || row.letterOrder === null ? null : readTexts(row.letterOrder),
    selected: isReadable ? selectedIn(row, known) : null,
    earlierWording: known.numbers.get(row.revisionId) ?? null,
    createdAt: row.createdAt,
    editedAt: isReadable ? row.editedAt : null,
    own,
    isNew: state === "shown" && !own && row.authorId !== null && known.since !== null && row.createdAt > known.since,
    vote: row.vote ?? 0,
    upvotes: row.upvotes,
    downvotes: row.downvotes,
    official: row.official,
    pinned: row.id === row.pinnedId,
    inReplyTo: inReplyTo === null ? null : { id: inReplyTo, author: known.authors.get(inReplyTo) ?? null },
    replies: replies.map((reply) => toView(reply.comment, known, reply.inReplyTo, reply.replies)),
    hasEarlier: false,
    moreFrom: null,
  };
}

function nameOf(row: Pick<CommentRow, "authorName" | "importedName">): string | null {
  return row.authorName === deletedName ? null : (row.authorName ?? row.importedName);
}

/** Letters are the reader's own. An answer to options that no longer exist is described only as one to an earlier wording. */
function selectedIn(row: CommentRow, { order }: Known): readonly string[] | null {
  if (row.optionIds === null) return null;
  const optionIds = readTexts(row.optionIds);
  return optionIds.every((id) => order.includes(id)) ? lettersOf(optionIds, order) : null;
}

async function wordingNumbers(db: Database, rows: readonly CommentRow[], current: string) {
  const earlier = [...new Set(rows.map((row) => row.revisionId))].filter((id) => id !== current);
  if (earlier.length === 0) return new Map<string, number>();
  const revisions = await db.read.revision.findMany({
    where: { id: { in: earlier } },
    select: { id: true, number: true },
  });
  return new Map(revisions.map((revision) => [revision.id, revision.number]));
}

/** Names of the parents, some of which may be on another page. */
async function parentAuthors(db: Database, rows: readonly CommentRow[]) {
  const here = new Set(rows.map((row) => row.id));
  const absent = new Set(
    rows.flatMap((row) => (row.parentId === null || here.has(row.parentId) ? [] : [row.parentId])),
  );
  const parents =
    absent.size === 0
      ? []
      : await db.read.comment.findMany({
          where: { id: { in: [...absent] } },
          select: { id: true, state: true, importedName: true, author: { select: { name: true } } },
        });
  const elsewhere = parents.map(({ author, ...row }) => ({ ...row, authorName: author?.name ?? null }));
  return new Map([...rows, ...elsewhere].map((row) => [row.id, row.state === "shown" ? nameOf(row) : null]));
}
