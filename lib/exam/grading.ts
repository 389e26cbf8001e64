import type { Answer, AnswerKey, PublicQuestion } from "./question.ts";
import { type NotReady, notReady, readNumbers } from "./validation.ts";

/** How a partly right multiple response counts. Stated in `exam.md`. */
export type ScoringRule = "all-or-nothing" | "proportional";

/** What one answer was worth. `points` is from 0 to 1; only 1 is `correct`. */
export type Grade =
  | { readonly state: "graded"; readonly correct: boolean; readonly points: number }
  | { readonly state: "not-ready"; readonly reason: NotReady };

/** Grades an answer; one that cannot be committed yet is `not-ready`, which is not the same as wrong. */
export function grade(question: PublicQuestion, key: AnswerKey, answer: Answer | null, rule: ScoringRule): Grade {
  const reason = notReady(question, answer);
  if (answer === null || reason !== null) return { state: "not-ready", reason: reason ?? "nothing-chosen" };
  const points = pointsOf(key, answer, rule);
  return { state: "graded", correct: points === 1, points };
}

/**
 * The points of an answer at the end of an exam, where nothing can be asked back: whatever is missing or incomplete
 * counts as far as it is right under the rule, and nothing at all counts 0.
 */
export function finalPoints(key: AnswerKey, answer: Answer | null, rule: ScoringRule): number {
  return answer === null ? 0 : pointsOf(key, answer, rule);
}

function pointsOf(key: AnswerKey, answer: Answer, rule: ScoringRule): number {
  if (key.kind === "multiple" && answer.kind === "multiple")
    return multiplePoints(key.optionIds, answer.optionIds, rule);
  return isRight(key, answer) ? 1 : 0;
}

/** Proportional: (right ticked - wrong ticked) / number of keys, never below 0. */
function multiplePoints(keys: readonly string[], ticked: readonly string[], rule: ScoringRule): number {
  // A request may say the same id twice.
  const distinct = [...new Set(ticked)];
  const right = distinct.filter((id) => keys.includes(id)).length;
  const wrong = distinct.length - right;
  if (rule === "all-or-nothing") return right === keys.length && wrong === 0 ? 1 : 0;
  return Math.max(0, (right - wrong) / keys.length);
}

function isRight(key: AnswerKey, answer: Answer): boolean {
  if (key.kind === "single" && answer.kind === "single") return key.optionId === answer.optionId;
  if (key.kind === "ordering" && answer.kind === "ordering") return sameList(key.optionIds, answer.optionIds);
  if (key.kind === "matching" && answer.kind === "matching") return samePairs(key.pairs, answer.pairs);
  if (key.kind === "numeric" && answer.kind === "numeric")
    return readNumbers(answer.value).some((value) => isWithin(value, key));
  if (key.kind === "text" && answer.kind === "text")
    return key.accepted.some((text) => fold(text) === fold(answer.value));
  return false;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}

function samePairs(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const prompts = Object.keys(a);
  return prompts.length === Object.keys(b).length && prompts.every((prompt) => a[prompt] === b[prompt]);
}

/**
 * A value on the edge of the tolerance is right; binary fractions must not decide otherwise. Their error grows with the
 * numbers, and is of a few of the last places: a key may be as small as Planck's constant, or a count of twelve digits.
 */
function isWithin(value: number, key: { readonly value: number; readonly tolerance: number }): boolean {
  const rounding = 8 * Number.EPSILON * Math.max(Math.abs(key.value), key.tolerance);
  return Math.abs(value - key.value) <= key.tolerance + rounding;
}

function fold(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
