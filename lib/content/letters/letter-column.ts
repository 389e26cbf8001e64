import { type LetterMatch, letterMatch, unclearMatch } from "./letter-match.ts";
import { certainNouns } from "./option-nouns.ts";
import { countOfThings } from "./other-nouns.ts";

const ofOptions = new RegExp(
  String.raw`^\s*(?:#|no\.?|(?:the\s+|wrong\s+|answer\s+)?(?:${certainNouns}|letters?)|Buchstabe|lettre|letra|lettera)?\s*$`,
  "i",
);

/** The letters of a table cell that holds nothing else, by the head of its `column`; null for any other cell. */
export function cellLetters(text: string, column: string): readonly LetterMatch[] | null {
  const cell = /^\s*(\(?[A-Z]\)?(?:\s*(?:,|and|und|et|y|e|\/)\s*\(?[A-Z]\)?)*)[.:]?\s*$/.exec(text);
  if (!cell?.[1]) return null;
  const start = text.indexOf(cell[1]);
  const range = { start, end: start + cell[1].length };
  if (ofOptions.test(column)) return [letterMatch(text, range, "prose", true)];
  return column.split(/\s+/).some((word) => countOfThings(word) !== null) ? [] : [unclearMatch(text, range)];
}
