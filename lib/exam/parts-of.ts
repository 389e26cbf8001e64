import { judgingOf } from "./kinds/judging.ts";
import type { PublicQuestion } from "./question.ts";

/**
 * The number of parts of a whole answer: options to tick, entries to place, pairs to make, blanks to fill; otherwise 1. Null
 * when any number of parts is complete.
 */
export function partsOf(question: PublicQuestion): number | null {
  return judgingOf(question.kind).parts(question);
}
