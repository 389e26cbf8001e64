import { judgingOf } from "./kinds/judging.ts";
import type { PublicQuestion } from "./question.ts";

/**
 * The chance, from 0 to 1, that somebody who knows nothing answers a question fully right. Every choice that may be made
 * counts as equally likely; what has to be typed cannot be guessed.
 */
export function chanceOfGuess(question: PublicQuestion): number {
  return judgingOf(question.kind).chanceOfGuess(question);
}
