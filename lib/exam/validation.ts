import type { Answer, PublicQuestion } from "./question.ts";

export type NotReady =
  | "nothing-chosen"
  | "choose-exactly"
  | "choose-at-most"
  | "order-incomplete"
  | "place-shared"
  | "pairs-incomplete"
  | "not-a-number"
  | "foreign-answer";

/**
 * Why `answer` cannot be committed yet, or null when it can. Not ready is not wrong: the learner is told and nothing
 * is graded. "I don't know" is always ready.
 */
export function notReady(question: PublicQuestion, answer: Answer | null): NotReady | null {
  if (answer === null) return "nothing-chosen";
  if (answer.kind === "dont-know") return null;
  if (!fits(question, answer)) return "foreign-answer";
  switch (answer.kind) {
    case "multiple":
      if (answer.optionIds.length === 0) return "nothing-chosen";
      return question.kind === "multiple" ? wrongCount(question, answer.optionIds.length) : null;
    case "ordering":
      return "options" in question && !isComplete(answer.optionIds, question.options.length)
        ? "order-incomplete"
        : null;
    case "matching":
      return question.kind === "matching" && Object.keys(answer.pairs).length !== question.prompts.length
        ? "pairs-incomplete"
        : null;
    case "numeric":
      return answer.value.trim() === ""
        ? "nothing-chosen"
        : readNumbers(answer.value).length === 0
          ? "not-a-number"
          : null;
    case "text":
      return answer.value.trim() === "" ? "nothing-chosen" : null;
    default:
      return null;
  }
}

function wrongCount(
  { select, upTo }: { readonly select: number; readonly upTo?: true },
  count: number,
): NotReady | null {
  if (upTo) return count > select ? "choose-at-most" : null;
  return count === select ? null : "choose-exactly";
}

/** Whether `answer` speaks of this question at all: its kind, and only its option ids, each at most once. */
export function fits(question: PublicQuestion, answer: Answer): boolean {
  if (answer.kind === "dont-know") return true;
  if (answer.kind !== question.kind) return false;
  const known = new Set("options" in question ? question.options.map((option) => option.id) : []);
  switch (answer.kind) {
    case "single":
      return known.has(answer.optionId);
    case "multiple":
      return areDistinct(answer.optionIds, known);
    case "ordering":
      return areDistinct(placed(answer.optionIds), known);
    case "matching": {
      const prompts = new Set(question.kind === "matching" ? question.prompts.map((prompt) => prompt.id) : []);
      return Object.entries(answer.pairs).every(([prompt, option]) => prompts.has(prompt) && known.has(option));
    }
    default:
      return true;
  }
}

function areDistinct(ids: readonly string[], known: ReadonlySet<string>): boolean {
  return ids.every((id) => known.has(id)) && new Set(ids).size === ids.length;
}

function isComplete(optionIds: readonly string[], places: number): boolean {
  return optionIds.length === places && placed(optionIds).length === places;
}

/** The entries of an order that have a place. */
export function placed(optionIds: readonly string[]): readonly string[] {
  return optionIds.filter((id) => id !== "");
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const commasApart = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const pointsApart = /^[+-]?[1-9]\d{0,2}(\.\d{3})+((?<=\.\d{3}\.\d{3})|,\d+)$/;

/**
 * The numbers that a learner may have meant by what is written: with a decimal point or comma, an optional sign or exponent,
 * thousands apart by spaces, apostrophes, commas or points. `40,960` may be 40.96 and may be 40960: both. Empty when it
 * is no number.
 */
export function readNumbers(text: string): readonly number[] {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\s'\u2019]/g, "");
  const readings = [plain.replace(/^([^.,]*),([^.,]*)$/, "$1.$2")];
  if (commasApart.test(plain)) readings.push(plain.replaceAll(",", ""));
  if (pointsApart.test(plain)) readings.push(plain.replaceAll(".", "").replace(",", "."));
  return readings.filter((reading) => decimal.test(reading)).map(Number);
}
