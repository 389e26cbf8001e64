import { questionPageOrder } from "#lib/attempts/question-page-order";
import { standingToServe } from "#lib/attempts/read/standing";
import type { Viewer } from "#lib/auth/viewer";
import { findQuestion } from "#lib/bank/read/exams";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";
import type { PublicQuestion } from "#lib/exam/question";
import type { LetterReader } from "../letter-marks.ts";

export interface CommentHistory {
  readonly author: string;
  /** How the letters in the versions are to be printed. */
  readonly letters: LetterReader;
  /** The current text first. */
  readonly versions: readonly { readonly html: string; readonly until: Date | null }[];
}

/** The text of a shown comment and the text before each edit, for people who may see its thread; null for others. */
export async function getCommentHistory(
  db: Database,
  viewer: Viewer,
  place: { readonly examSlug: string; readonly questionName: string; readonly commentId: string },
  now: Date,
): Promise<CommentHistory | null> {
  const question = await findQuestion(db, place.examSlug, place.questionName);
  if (question === null || !mayDisclose(await standingToServe(db, viewer, question.questionId, now))) return null;
  const comment = await db.read.comment.findUnique({
    where: { id: place.commentId, questionId: question.questionId, state: "shown" },
    select: { html: true, keepsLetters: true, importedName: true, author: { select: { name: true } } },
  });
  if (comment === null) return null;
  const edits = await db.read.commentEdit.findMany({
    where: { commentId: place.commentId },
    orderBy: { replacedAt: "desc" },
    take: 50,
    select: { html: true, replacedAt: true },
  });
  const earlier = edits.map(({ html, replacedAt }) => ({ html, until: replacedAt }));
  const author = comment.author?.name ?? comment.importedName ?? "Somebody";
  const { questionId, revisionId } = question;
  const part = (await publicPartsOf(db.read, [revisionId])).get(revisionId) as PublicQuestion;
  const letters = { typedIn: comment.keepsLetters ? null : [], order: questionPageOrder(part, questionId) };
  return { author, letters, versions: [{ html: comment.html, until: null }, ...earlier] };
}
