import { positionOfLetter } from "#lib/exam/letters";
import { isOfDomain } from "./letter-domains.ts";
import type { LetterEvidence } from "./letter-evidence.ts";
import type { Range } from "./letter-match.ts";
import { isPartOfWord } from "./letter-shape.ts";
import type { LetterContext } from "./taken-letters.ts";

/**
 * Whether the question gives its letters to nothing but options, as far as anybody can see. An author who says "answer C"
 * there means options by the other letters too.
 */
export function givesLettersToNothing(
  text: string,
  { others, spots }: LetterEvidence,
  { taken, elsewhere, count }: LetterContext,
): boolean {
  if (taken.isOpen || elsewhere.things.size > 0) return false;
  if ([...others.values()].some(({ kind }) => kind !== "word")) return false;
  return spots.every((spot) => {
    const letter = text.charAt(spot);
    return !/[B-HJ-Z]/.test(letter) || positionOfLetter(letter) < count || isPartOfWord(text, spot);
  });
}

/** False for a letter that may be a word, a label, an initial or a quantity of the sentence's subject. */
export function mayFollow(text: string, { start, end }: Range, sentence: string): boolean {
  const letter = text.slice(start, end);
  if (!/^[A-Z]$/.test(letter) || isOfDomain(letter, sentence)) return false;
  if (/^(?:\.\s+\p{Lu}|\})/u.test(text.slice(end, end + 4))) return false;
  const isFirst = /(?:^|[.!?:;–—\n"“([])\s*$/.test(text.slice(Math.max(0, start - 3), start));
  return !(isFirst && /[AEOY]/.test(letter));
}
