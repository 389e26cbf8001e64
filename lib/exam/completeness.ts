import type { Answer, PublicQuestion } from "./question.ts";
import { placed, readNumbers } from "./validation.ts";

/**
 * How many parts an answer to this question has: options to tick, entries to place or to pair; otherwise one. Null where any
 * number is whole.
 */
export function partsOf(question: PublicQuestion): number | null {
  if (question.kind === "multiple") return question.upTo ? null : question.select;
  if (question.kind === "ordering") return question.options.length;
  return question.kind === "matching" ? question.prompts.length : 1;
}

/** How many parts an answer gives: options ticked, entries placed or paired; of one part, whether it is there. */
export function partsGiven(answer: Answer): number {
  switch (answer.kind) {
    case "multiple":
      return answer.optionIds.length;
    case "ordering":
      return placed(answer.optionIds).length;
    case "matching":
      return Object.keys(answer.pairs).length;
    case "numeric":
    case "text":
      return answer.value.trim() === "" ? 0 : 1;
    default:
      return 1;
  }
}

/**
 * Whether an answer is given that cannot count in full as it stands. Says nothing of whether it is right. Nothing is
 * incomplete where `parts` is null: any number is whole, or each answer is checked, and the check says what is missing.
 */
export function isIncomplete(answer: Answer | null, parts: number | null): boolean {
  if (parts === null) return false;
  switch (answer?.kind) {
    case "multiple":
    case "ordering":
    case "matching": {
      const given = partsGiven(answer);
      return given > 0 && given !== parts;
    }
    case "numeric":
      return partsGiven(answer) > 0 && readNumbers(answer.value).length === 0;
    default:
      return false;
  }
}
