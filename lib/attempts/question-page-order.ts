import type { PublicQuestion } from "#lib/exam/question";
import { itemSeed, optionOrder } from "#lib/exam/selection";

/** The seed of a question's own page: every visit shows the same order. */
export const questionPageSeed = "question-page";

/** Ids of the options in the order in which everybody sees them on the question's own page. */
export function questionPageOrder(question: PublicQuestion, questionId: string): readonly string[] {
  return optionOrder(question, itemSeed(questionPageSeed, questionId));
}
