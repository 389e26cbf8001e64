import type { Range } from "./letter-match.ts";

/** What stands in quotation marks in `text`: it is somebody else's, and its letters are no options. */
export function quotedRanges(text: string): readonly Range[] {
  if (!/["“«‘„]/.test(text)) return [];
  // No quotation holds the sign that begins it: a text of nothing but such signs is looked at once.
  const quotes = [...text.matchAll(/"[^"\n]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|(?<!\w)‘[^‘’]*’(?!\w)/g)];
  // A letter in quotation marks of its own (option "C") is named, and not quoted.
  return quotes
    .filter(([quote]) => !/^.[A-Z].$/.test(quote))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
