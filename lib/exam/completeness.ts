import type { Answer, PublicQuestion } from "./question.ts";
import { parseDecimal, placed } from "./validation.ts";

/** How many parts an answer to this question has: options to tick, entries to place or to pair; otherwise one. */
export function partsOf(question: PublicQuestion): number {
  if (question.kind === "multiple") return question.select;
  if (question.kind === "ordering") return question.options.length;
  return question.kind === "matching" ? question.prompts.length : 1;
}

/**
 * Whether an answer is given that cannot count in full as it stands. Says nothing of whether it is right. Nothing is
 * incomplete where `parts` is null: there each answer is checked, and the check says what is missing.
 */
export function isIncomplete(answer: Answer | null, parts: number | null): boolean {
  if (parts === null) return false;
  switch (answer?.kind) {
    case "ordering": {
      const entries = placed(answer.optionIds).length;
      return entries > 0 && entries !== parts;
    }
    case "multiple":
      return answer.optionIds.length > 0 && answer.optionIds.length !== parts;
    case "matching": {
      const paired = Object.keys(answer.pairs).length;
      return paired > 0 && paired !== parts;
    }
    case "numeric":
      return answer.value.trim() !== "" && parseDecimal(answer.value) === null;
    default:
      return false;
  }
}
