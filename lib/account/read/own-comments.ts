import type { Database } from "#lib/db/database";
import { groupRows } from "#lib/exam/group-rows";

interface CommentRow {
  readonly id: string;
  readonly questionId: string;
  readonly revision: number;
  readonly parentId: string | null;
  readonly markdown: string;
  readonly optionIds: string | null;
  readonly letterOrder: string | null;
  readonly keepsLetters: boolean | number;
  readonly state: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
}

interface EditRow {
  readonly commentId: string;
  readonly html: string;
  readonly optionIds: string | null;
  readonly replacedAt: Date;
}

/** Everything that a person has posted, oldest first, with earlier versions. */
export async function ownComments(db: Database, authorId: string): Promise<readonly object[]> {
  const [comments, edits] = await Promise.all([
    db.read.$queryRaw<CommentRow[]>`
      SELECT c."id", c."questionId", r."number" AS "revision", c."parentId", c."markdown", c."optionIds", c."letterOrder",
        c."keepsLetters", c."state", c."createdAt", c."editedAt", c."deletedAt"
      FROM "Comment" c JOIN "Revision" r ON r."id" = c."revisionId"
      WHERE c."authorId" = ${authorId} ORDER BY c."createdAt", c."id"`,
    db.read.$queryRaw<EditRow[]>`
      SELECT e."commentId", e."html", e."optionIds", e."replacedAt"
      FROM "Comment" c JOIN "CommentEdit" e ON e."commentId" = c."id"
      WHERE c."authorId" = ${authorId} ORDER BY e."replacedAt"`,
  ]);
  const editsOf = groupRows(edits, (edit) => edit.commentId);
  return comments.map((comment) => ({
    ...comment,
    edits: (editsOf.get(comment.id) ?? []).map(({ html, optionIds, replacedAt }) => ({ html, optionIds, replacedAt })),
  }));
}
