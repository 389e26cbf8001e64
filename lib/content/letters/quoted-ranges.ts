import type { Range } from "./letter-match.ts";

const loneLetter = /(?<![\p{L}\p{N}])[A-Z](?![\p{L}\p{N}])/u;
const reporting =
  "says?|said|reads?|means?|meant|writes?|wrote|written|called|calls?|entitled|stated|answered|replied|printed|term|phrase|expression|word|notation|heading|title|label";

/** Whether a word before or after a quotation says that it is one. */
function isReported(text: string, start: number, end: number): boolean {
  return (
    new RegExp(String.raw`\b(?:${reporting})[,:]?\s*$`, "i").test(text.slice(Math.max(0, start - 20), start)) ||
    new RegExp(String.raw`^\s*(?:is\s+what\s+.{0,30})?\b(?:${reporting})\b`, "i").test(text.slice(end, end + 60))
  );
}

/** What is in quotation marks in `text`: it is somebody else's, and its letters are no options. */
export function quotedRanges(text: string): readonly Range[] {
  if (!/["“«‘„]/.test(text)) return [];
  // No quotation holds the sign that begins it: a text of nothing but such signs is looked at once.
  const quotes = [...text.matchAll(/"[^"\n]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|(?<!\w)‘[^‘’]*’(?!\w)/g)];
  // A letter in quotation marks of its own (option "C") is named, and not quoted.
  return (
    quotes
      .filter(([quote]) => !/^.[A-Z].$/.test(quote))
      // Somebody's words, or a text without letters of options: "B and nothing else" is neither.
      .filter((match) => !loneLetter.test(match[0]) || isReported(text, match.index, match.index + match[0].length))
      .map((match) => ({ start: match.index, end: match.index + match[0].length }))
  );
}
