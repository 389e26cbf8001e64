import { judgingOf } from "./kinds/judging.ts";
import type { Answer, AnswerKey } from "./question.ts";

/** The ids of the options that `answer` chooses, sorted; empty for null and for answers that are not a choice. */
export function chosenOptions(answer: Answer | null): readonly string[] {
  if (answer === null || answer.kind === "dont-know") return [];
  return judgingOf(answer.kind).chosen(answer);
}

/** The ids of the right options; empty for a question that is not a choice. */
export function keyOptions(key: AnswerKey): readonly string[] {
  return key.kind === "single" || key.kind === "multiple" ? chosenOptions(key) : [];
}
