import { answeringOf } from "./kinds/answering.ts";
import type { Answer } from "./question.ts";
import { readNumbers } from "./read-numbers.ts";

/** The number of parts that an answer gives: options ticked, entries placed, pairs made, blanks filled; otherwise 0 or 1. */
export function partsGiven(answer: Answer): number {
  return answer.kind === "dont-know" ? 1 : answeringOf(answer.kind).given(answer);
}

/**
 * Whether an answer is given that cannot count in full as it stands. Does not say whether it is right. Nothing is
 * incomplete where `parts` is null: any number is whole, or each answer is checked, and the check says what is missing.
 */
export function isIncomplete(answer: Answer | null, parts: number | null): boolean {
  if (parts === null || answer === null || answer.kind === "dont-know") return false;
  const given = partsGiven(answer);
  return given > 0 && (given !== parts || isUnreadable(answer));
}

/** Not a part of the kind's own file, which the page of a running item loads: it has no use for this. */
function isUnreadable(answer: Answer): boolean {
  return answer.kind === "numeric" && readNumbers(answer.value).length === 0;
}
