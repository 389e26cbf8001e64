import { judgingOf } from "./kinds/judging.ts";
import type { NotReady, ScoringRule } from "./kinds/kind.ts";
import type { Answer, AnswerKey, PublicQuestion } from "./question.ts";
import { notReady } from "./validation.ts";

/** What one answer was worth. `points` is from 0 to 1; only 1 is `correct`. */
export type Grade =
  | { readonly state: "graded"; readonly correct: boolean; readonly points: number }
  | { readonly state: "not-ready"; readonly reason: NotReady };

/** Grades an answer; one that cannot be committed yet is `not-ready`, which is not the same as wrong. */
export function grade(question: PublicQuestion, key: AnswerKey, answer: Answer | null, rule: ScoringRule): Grade {
  const reason = notReady(question, answer);
  if (answer === null || reason !== null) return { state: "not-ready", reason: reason ?? "nothing-chosen" };
  const points = finalPoints(key, answer, rule);
  return { state: "graded", correct: points === 1, points };
}

/**
 * The points of an answer at the end of an exam, where nothing can be asked back: an incomplete answer counts as far as
 * it is right under the rule, and no answer counts 0.
 */
export function finalPoints(key: AnswerKey, answer: Answer | null, rule: ScoringRule): number {
  if (answer === null || answer.kind === "dont-know" || answer.kind !== key.kind) return 0;
  return judgingOf(key.kind).points(key, answer, rule);
}
