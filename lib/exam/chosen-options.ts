import { judgingOf } from "./kinds/judging.ts";
import type { Answer } from "./question.ts";

/** The ids of the options that `answer` chooses, sorted; empty when it is none or not a choice. */
export function chosenOptions(answer: Answer | null): readonly string[] {
  if (answer === null || answer.kind === "dont-know") return [];
  return judgingOf(answer.kind).chosen(answer);
}
