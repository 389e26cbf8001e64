import type { DecimalSign } from "./decimal-sign.ts";
import { judgingOf } from "./kinds/judging.ts";
import type { NotReady } from "./kinds/kind.ts";
import type { Answer, PublicQuestion } from "./question.ts";

/**
 * Why `answer` cannot be committed yet, or null when it can. Not ready is not wrong: the learner sees why and nothing
 * is graded. "I don't know" is always ready.
 */
export function notReady(question: PublicQuestion, answer: Answer | null, decimal: DecimalSign = "."): NotReady | null {
  if (answer === null) return "nothing-chosen";
  if (answer.kind === "dont-know") return null;
  return fits(question, answer) ? judgingOf(question.kind).notReady(question, answer, decimal) : "foreign-answer";
}

/** Whether `answer` belongs to this question: it is of its kind and names only its options, each at most once. */
export function fits(question: PublicQuestion, answer: Answer): boolean {
  if (answer.kind === "dont-know") return true;
  return answer.kind === question.kind && judgingOf(question.kind).fits(question, answer);
}
