import { answeringOf } from "./kinds/answering.ts";
import type { Answer } from "./question.ts";
import { readNumbers } from "./read-numbers.ts";

/** The number of parts that an answer gives: options ticked, entries placed, pairs made, blanks filled; otherwise 0 or 1. */
export function partsGiven(answer: Answer): number {
  return answer.kind === "dont-know" ? 1 : answeringOf(answer.kind).given(answer);
}

/**
 * Returns whether an answer is given but cannot earn full points as it is. Does not reveal whether it is correct. Nothing is
 * incomplete when `parts` is null: either any number of parts is complete, or the check of each answer says what is missing.
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
