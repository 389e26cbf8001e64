import { isRight } from "./grading.ts";
import { partsOf } from "./parts-of.ts";
import type { Answer, PublicQuestion, Question } from "./question.ts";
import { fits } from "./validation.ts";

/** A learner's first answer to a question, compared with the wording that is shown, which may be a later one. */
export interface FirstAnswer {
  /** `was-right` and `was-wrong` go by the key of the earlier wording, because its options are not the ones shown. */
  readonly state: "graded" | "blank" | "was-right" | "was-wrong";
  /** What can be shown at the options there are. */
  readonly answer: Answer | null;
  /** Graded by the key that is shown. */
  readonly points: number;
}

/** Grades an answer that was given to one wording for a learner who is shown another. */
export function judgeFirstAnswer(answer: Answer | null, given: Question, shown: Question): FirstAnswer {
  if (answer === null) return { state: "blank", answer: null, points: 0 };
  if (carriesOver(answer, given.public, shown.public))
    return { state: "graded", answer, points: Number(isRight(shown.secret.key, answer)) };
  return { state: isRight(given.secret.key, answer) ? "was-right" : "was-wrong", answer: null, points: 0 };
}

/** An option's id changes with its text, so an answer that names only existing options still means the same. */
function carriesOver(answer: Answer, given: PublicQuestion, shown: PublicQuestion): boolean {
  if (answer.kind === "dont-know") return true;
  return fits(shown, answer) && partsOf(given) === partsOf(shown) && unitOf(given) === unitOf(shown);
}

function unitOf(question: PublicQuestion): string | null {
  return "unit" in question ? question.unit : null;
}
