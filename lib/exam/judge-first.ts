import { chanceOfGuess } from "./chance-of-guess.ts";
import { finalPoints } from "./grading.ts";
import type { ScoringRule } from "./kinds/kind.ts";
import { markingNow } from "./marking.ts";
import type { Answer, PublicQuestion, Secret } from "./question.ts";

/** A first answer, judged by the key of the wording that the learner saw. */
export interface JudgedFirst {
  readonly given: "answer" | "blank" | "dont-know";
  /** From 0 to 1. */
  readonly points: number;
  /** Its worth to a forecast; "I don't know" is worth what a guess earns on average. */
  readonly worth: number;
}

/** What a first answer is worth; null is a blank in an exam that was taken. */
export function judgeFirst(
  answer: Answer | null,
  question: PublicQuestion,
  secret: Secret,
  rule: ScoringRule,
): JudgedFirst {
  if (answer === null) return { given: "blank", points: 0, worth: 0 };
  const points = finalPoints(question, secret.key, answer, markingNow(rule));
  if (answer.kind === "dont-know") return { given: "dont-know", points, worth: chanceOfGuess(question) };
  return { given: "answer", points, worth: points };
}
