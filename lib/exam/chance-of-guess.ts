import { judgingOf } from "./kinds/judging.ts";
import type { PublicQuestion } from "./question.ts";

/**
 * The chance, from 0 to 1, that somebody who knows nothing answers a question fully correctly. Every possible choice
 * counts as equally likely; a typed answer cannot be guessed.
 */
export function chanceOfGuess(question: PublicQuestion): number {
  return judgingOf(question.kind).chanceOfGuess(question);
}
