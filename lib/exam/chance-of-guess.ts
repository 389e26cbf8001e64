import type { PublicQuestion } from "./question.ts";

/**
 * The chance, from 0 to 1, that somebody who knows nothing answers a question fully right. Every choice that may be made
 * counts as equally likely; what has to be typed cannot be guessed.
 */
export function chanceOfGuess(question: PublicQuestion): number {
  switch (question.kind) {
    case "single":
      return 1 / question.options.length;
    case "multiple":
      return 1 / choices(question.options.length, question.select, question.upTo === true);
    case "ordering":
      return 1 / factorial(question.options.length);
    case "matching":
      return question.options.length ** -question.prompts.length;
    default:
      return 0;
  }
}

/** In how many ways `select` of `options` can be chosen, or any number from 1 up to `select`. */
function choices(options: number, select: number, isUpTo: boolean): number {
  let [ways, total] = [1, 0];
  for (let chosen = 1; chosen <= select; chosen++) {
    ways = (ways * (options - chosen + 1)) / chosen;
    total += ways;
  }
  return isUpTo ? total : ways;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
