import type { DraftOption } from "#lib/content/draft";
import { positionOfLetter } from "#lib/exam/letters";
import { readLetters } from "../shared/answer-block.ts";
import { markOptions } from "../shared/foreign-item.ts";

/** How the keys of one table are written; it is the same in all of its rows. */
export interface KeyStyle {
  /** Numbers count from this. */
  readonly first: 0 | 1;
  /** Every key is a letter or number, and one at least can only be the place of an option. */
  readonly arePlaces: boolean;
  /** Every key is the text of an option, and one at least can be nothing else. */
  readonly areTexts: boolean;
  /** No key names an option: the right answer is beside them. */
  readonly areBeside: boolean;
  /** The columns `key 1`, … say of each option whether it is right. */
  readonly areFlags: boolean;
}

const yes = /^(?:true|yes|y|x|1|✓|✔|correct|right)$/i;
const no = /^(?:|false|no|n|0|✗|incorrect|wrong)$/i;

export const isFlag = (text: string): boolean => yes.test(text) || no.test(text);

const same = (text: string): string => text.trim().toLowerCase();

/** "option_b" and "Choice 3" name the column of an option: what is left is its letter or number. */
function withoutNames(key: string): string {
  return key.replace(/\b(?:option|opt|choice|answer|ans|alternative)s?[\s_-]*(?=(?:[a-z]|\d{1,2})\b)/gi, "");
}

/** The letters of a key such as "B", "AC", "option_a, option_c" or "B) Blue", or none. */
export function lettersOf(key: string): readonly string[] {
  return readLetters(withoutNames(key).replace(/\|/g, ","))?.letters ?? [];
}

/** Whether a key can be nothing but letters or numbers of `count` options. */
export function isPlace(key: string, count: number): boolean {
  return partsOf(withoutNames(key)).every((part) => {
    if (/^[a-z]$/i.test(part)) return part.toLowerCase().charCodeAt(0) - 96 <= count;
    return /^\d{1,2}$/.test(part) && Number(part) <= count;
  });
}

export function isText(key: string, options: readonly string[]): boolean {
  return options.some((option) => same(option) === same(key));
}

/** Whether a key, or a part of it, says what an option says. */
export function namesTexts(key: string, options: readonly string[]): boolean {
  return isText(key, options) || key.split(/[;|\n]/).some((part) => isText(part, options));
}

function partsOf(key: string): string[] {
  return key
    .split(/[,;|&\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The numbers of a key that is nothing but numbers. */
export function numbersOf(key: string): number[] | null {
  return /^\s*\d+(?:\s*[,;|&\s]\s*\d+)*\s*$/.test(key) ? key.trim().split(/\D+/).map(Number) : null;
}

/** `options` marked as `key` says: letters, numbers, or the texts of the right ones. Why not, when it says nothing. */
export function markByKey(
  options: readonly DraftOption[],
  key: string,
  { first, arePlaces, areTexts }: KeyStyle,
): DraftOption[] | string {
  const byText = arePlaces ? [] : indexesOfTexts(options, key);
  const numbers = numbersOf(withoutNames(key))?.map((number) => number - first);
  const byPlace = numbers ?? lettersOf(key).map((letter) => positionOfLetter(letter));
  const [text, place] = [byText, byPlace].map((each) => [...each].sort().join());
  if (!areTexts && text !== "" && text !== place && byPlace.length > 0 && byPlace.every((index) => options[index]))
    return `the key "${key.slice(0, 60)}" is the text of one option and the position of another ("${options[byPlace[0] ?? 0]?.text.slice(0, 60)}"): which one is correct? Use letters (A, B, …), unless an option is a letter`;
  const indexes = byText.length > 0 ? byText : byPlace;
  if (indexes.length === 0) return `the key "${key.slice(0, 60)}" is neither a letter, a number nor an option's text`;
  const letters = indexes.map((index) => (index < 0 ? "?" : String.fromCharCode(65 + index)));
  return markOptions(options, letters) ?? `the key "${key.slice(0, 60)}" names an option that does not exist`;
}

function indexesOfTexts(options: readonly DraftOption[], key: string): number[] {
  const indexOf = (text: string): number => options.findIndex((option) => same(option.text) === same(text));
  // A text may hold what separates others.
  if (indexOf(key) >= 0) return [indexOf(key)];
  const indexes = key.split(/[;|\n]/).map(indexOf);
  return indexes.includes(-1) ? [] : indexes;
}

/** `options` marked by one flag for each, or by several columns with a key each. */
export function markByColumns(
  options: readonly DraftOption[],
  keys: readonly string[],
  style: KeyStyle,
): DraftOption[] | string {
  if (style.areFlags) return options.map((option, index) => ({ ...option, correct: yes.test(keys[index] ?? "") }));
  let marked = options;
  for (const key of keys.filter((each) => each !== "")) {
    const next = markByKey(options, key, style);
    if (typeof next === "string") return next;
    marked = marked.map((option, index) => ({ ...option, correct: option.correct || next[index]?.correct === true }));
  }
  return [...marked];
}
