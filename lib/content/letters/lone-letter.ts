import { mayCount } from "./option-places.ts";
import { smallSubjects } from "./small-letters.ts";

const loneCapital = /\b[A-Z]\b/;
const letterAndBracket = /\b[A-Za-z]\)/;

/** Two patterns take half the time of one with alternatives. */
export function hasLoneLetter(text: string): boolean {
  return loneCapital.test(text) || letterAndBracket.test(text);
}

/** False for most texts, and quick to tell: whether there is a lone letter, or a word for options. */
export function mayNameOptions(text: string): boolean {
  return hasLoneLetter(text) || mayCount(text) || smallSubjects(text).length > 0;
}
