import { positionOfLetter } from "#lib/exam/letters";
import { textOf, textsOf } from "./fields.ts";

const same = (text: string): string => text.trim().replace(/\s+/g, " ");

/**
 * The indexes of the options that `key` names: by text, by the name that the options have in the file, by letter, or by
 * number from 0, as JSON counts. Why not, where it names none or could mean two things.
 */
export function markByKey(
  texts: readonly string[],
  names: readonly string[] | null,
  key: unknown,
): ReadonlySet<number> | string {
  const parts = Array.isArray(key) ? key : [key];
  if (textsOf(key) === undefined || parts.length === 0) return "no option is marked as correct, and no key is stated";
  const found = new Set<number>();
  for (const part of parts) {
    const index = indexOf(texts, names, part);
    if (typeof index === "string") return index;
    found.add(index);
  }
  return found;
}

function indexOf(texts: readonly string[], names: readonly string[] | null, part: unknown): number | string {
  const text = same(textOf(part) ?? "");
  const byText = texts.findIndex((each) => same(each) === text);
  const byName = names?.findIndex((name) => name.toLowerCase() === text.toLowerCase()) ?? -1;
  const byLetter = /^[A-Za-z]$/.test(text) ? positionOfLetter(text.toUpperCase()) : -1;
  const byNumber = typeof part === "number" && Number.isInteger(part) && names === null ? part : -1;
  const known = (index: number) => index >= 0 && index < texts.length;
  const places = [byName, ...(names === null ? [byLetter] : []), byNumber].filter(known);
  const [place] = places;
  if (byText >= 0 && place !== undefined && place !== byText)
    return `the key "${text.slice(0, 60)}" is the text of one option and the position of another: which one is correct?`;
  if (byText >= 0) return byText;
  return place ?? `the key "${text.slice(0, 60)}" names none of the options`;
}
