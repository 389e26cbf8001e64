import type { OptionReference, RichText } from "./question.ts";

/**
 * The letter of position `index` (0-based) in a learner's order: A to Z, then AA, AB, …
 */
export function letterAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}

/** The position (0-based) of a letter from A to Z, as `letterAt` gives it. */
export function positionOfLetter(letter: string): number {
  return letter.charCodeAt(0) - 65;
}

/** The letters of `optionIds` in the order this learner saw, sorted for the reader. */
export function lettersOf(optionIds: readonly string[], order: readonly string[]): string[] {
  return optionIds
    .map((id) => order.indexOf(id))
    .filter((index) => index >= 0)
    .sort((a, b) => a - b)
    .map(letterAt);
}

const lists = { and: "conjunction", or: "disjunction" } as const;
const formats = new Map<string, Intl.ListFormat>();

/** Kept for each language of an exam: to make one takes a hundred times as long as to use it. */
function formatOf(locale: string, join: keyof typeof lists): Intl.ListFormat {
  const known = formats.get(`${locale} ${join}`);
  if (known !== undefined) return known;
  const format = new Intl.ListFormat(locale, { type: lists[join] });
  formats.set(`${locale} ${join}`, format);
  return format;
}

/** The same as a list: "A, B and D", "A, B und D", "A, B, D". Its word is English where the `language` of the exam is not said. */
export function printLetters(
  optionIds: readonly string[],
  order: readonly string[],
  join: OptionReference["join"],
  language?: string | null,
): string {
  const letters = lettersOf(optionIds, order);
  if (join === "commas") return letters.join(", ");
  // American English writes one comma more, which no text from before languages were said has.
  const locale = language == null || language === "en" ? "en-GB" : language;
  return formatOf(locale, join).format(letters);
}

/** HTML of `text`, which is in `language`, with every option reference printed in the letters of `order`. */
export function renderRichText(text: RichText, order: readonly string[], language?: string | null): string {
  return text
    .map((part) => (typeof part === "string" ? part : printLetters(part.optionIds, order, part.join, language)))
    .join("");
}
