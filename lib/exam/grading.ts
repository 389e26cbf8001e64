import type { DecimalSign } from "./decimal-sign.ts";
import { judgingOf } from "./kinds/judging.ts";
import type { Marking, NotReady } from "./kinds/kind.ts";
import type { Answer, AnswerKey, PublicQuestion } from "./question.ts";
import { notReady } from "./validation.ts";

/** What one answer was worth. `points` is from 0 to 1; only 1 is `correct`. */
export type Grade =
  | { readonly state: "graded"; readonly correct: boolean; readonly points: number }
  | { readonly state: "not-ready"; readonly reason: NotReady };

/**
 * Grades an answer; one that cannot be committed yet is `not-ready`, which is not the same as wrong. `decimal` is how its reader
 * writes decimals.
 */
export function grade(
  question: PublicQuestion,
  key: AnswerKey,
  answer: Answer | null,
  marking: Marking,
  decimal?: DecimalSign,
): Grade {
  const reason = notReady(question, answer, decimal);
  if (answer === null || reason !== null) return { state: "not-ready", reason: reason ?? "nothing-chosen" };
  const points = finalPoints(question, key, answer, marking);
  return { state: "graded", correct: points === 1, points };
}

/**
 * The points of an answer at the end of an exam, where nothing can be asked back: an incomplete answer counts as far as
 * it is right under the rule, and no answer counts 0.
 */
export function finalPoints(question: PublicQuestion, key: AnswerKey, answer: Answer | null, marking: Marking): number {
  if (!answers(key, answer)) return 0;
  if (isRight(key, answer)) return 1;
  if (marking.rule === "all-or-nothing") return 0;
  return judgingOf(key.kind).partialPoints(question, key, answer, marking.version);
}

/** Whether an answer is right in every part. No answer is not. */
export function isRight(key: AnswerKey, answer: Answer | null): boolean {
  return answers(key, answer) && judgingOf(key.kind).isRight(key, answer);
}

function answers(key: AnswerKey, answer: Answer | null): answer is Exclude<Answer, { readonly kind: "dont-know" }> {
  return answer !== null && answer.kind !== "dont-know" && answer.kind === key.kind;
}
