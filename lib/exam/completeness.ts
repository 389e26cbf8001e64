import { answeringOf } from "./kinds/answering.ts";
import type { Answer, PublicQuestion } from "./question.ts";

/**
 * The number of parts of a whole answer: options to tick, entries to place or to pair; otherwise 1. Null where any number
 * of parts is whole.
 */
export function partsOf(question: PublicQuestion): number | null {
  return answeringOf(question.kind).parts(question);
}

/** The number of parts that an answer gives: options ticked, entries placed or paired; otherwise 0 or 1. */
export function partsGiven(answer: Answer): number {
  return answer.kind === "dont-know" ? 1 : answeringOf(answer.kind).given(answer);
}

/**
 * Whether an answer is given that cannot count in full as it stands. Does not say whether it is right. Nothing is
 * incomplete where `parts` is null: any number is whole, or each answer is checked, and the check says what is missing.
 */
export function isIncomplete(answer: Answer | null, parts: number | null): boolean {
  if (parts === null || answer === null || answer.kind === "dont-know") return false;
  return answeringOf(answer.kind).isIncomplete(answer, parts);
}
