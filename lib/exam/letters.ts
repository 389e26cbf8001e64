import type { RichText } from "./question.ts";

/**
 * The letter of position `index` (0-based) in a learner's order: A to Z, then AA, AB, …
 */
export function letterAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}

/** The letters of `optionIds` in the order this learner saw, sorted for the reader. */
export function lettersOf(optionIds: readonly string[], order: readonly string[]): string[] {
  return optionIds
    .map((id) => order.indexOf(id))
    .filter((index) => index >= 0)
    .sort((a, b) => a - b)
    .map(letterAt);
}

/** The same as a list: "A, B and D". */
export function printLetters(optionIds: readonly string[], order: readonly string[], join: "and" | "or"): string {
  const letters = lettersOf(optionIds, order);
  const last = letters.pop() ?? "";
  return letters.length === 0 ? last : `${letters.join(", ")} ${join} ${last}`;
}

/** HTML of `text` with every option reference printed in the letters of `order`. */
export function renderRichText(text: RichText, order: readonly string[]): string {
  return text
    .map((part) => (typeof part === "string" ? part : printLetters(part.optionIds, order, part.join)))
    .join("");
}
