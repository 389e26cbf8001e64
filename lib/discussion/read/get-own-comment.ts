import type { Viewer } from "#lib/auth/viewer";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { readTexts } from "#lib/exam/json-columns";
import { namesLetters } from "../names-letters.ts";
import { rewriteInThread } from "../render/render-in-thread.ts";
import { writersLetters } from "../writers-letters.ts";

export interface OwnComment {
  readonly markdown: string;
  readonly optionIds: readonly string[];
  /** Its letters are those of another order and could not be rewritten: the writer must look at them. */
  readonly hasOldLetters?: true;
}

/** The text of the viewer's own comment, to edit it, in the letters of `order`: the ids of the options on the page. */
export async function getOwnComment(
  db: Database,
  viewer: Viewer,
  commentId: string,
  order: readonly string[],
): Promise<OwnComment | null> {
  if (viewer.member === null) return null;
  const row = await db.read.comment.findUnique({
    where: { id: commentId, authorId: viewer.member.userId, state: "shown" },
    select: { markdown: true, html: true, optionIds: true, letterOrder: true, keepsLetters: true, revisionId: true },
  });
  if (row === null) return null;
  const own = { markdown: row.markdown, optionIds: row.optionIds === null ? [] : readTexts(row.optionIds) };
  if (row.letterOrder === null || row.keepsLetters || !namesLetters(row.html)) return own;
  const typedIn = readTexts(row.letterOrder);
  if (typedIn.join(" ") === order.join(" ")) return own;
  const part = (await publicPartsOf(db.read, [row.revisionId])).get(row.revisionId);
  const letters = part === undefined ? null : writersLetters(part, typedIn);
  const markdown = letters && (await rewriteInThread(row.markdown, letters, order));
  return markdown === null ? { ...own, hasOldLetters: true } : { ...own, markdown };
}
