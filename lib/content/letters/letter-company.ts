import { positionOfLetter } from "#lib/exam/letters";
import { isOfDomain } from "./letter-domains.ts";
import type { LetterEvidence } from "./letter-evidence.ts";
import type { LetterMatch, Range } from "./letter-match.ts";
import { isPartOfWord } from "./letter-shape.ts";
import { mayComeAlone } from "./other-things.ts";
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
  if ([...others.values()].some(mayComeAlone)) return false;
  return spots.every((spot) => {
    const letter = text.charAt(spot);
    return !/[B-HJ-Z]/.test(letter) || positionOfLetter(letter) < count || isPartOfWord(text, spot);
  });
}

/** False for a letter that may be a word, a label, an initial or a quantity of the sentence's subject. */
export function mayFollow(text: string, { start, end }: Range, sentence: string): boolean {
  const letter = text.slice(start, end);
  if (!/^[A-Z]$/.test(letter) || isOfDomain(letter, sentence)) return false;
  return !/^(?:\.\s+\p{Lu}|\})/u.test(text.slice(end, end + 4));
}

const toAnother = String.raw`\s+(?:(?:fino\s+)?(?:ad?|alla)|à|às|até|hasta|jusqu['’]à)\s+(?:(?:la|a|à)\s+)?`;
const beforeAnother = new RegExp(String.raw`^${toAnother}[A-Z](?![\p{L}])`, "u");
const behindAnother = new RegExp(String.raw`(?<![\p{L}])[A-Z]${toAnother}$`, "u");

/** "Le opzioni dalla B alla E", "B a D": there may be others between, which no letter says. */
export function isEndOfRange(text: string, { start, end, letters }: LetterMatch): boolean {
  if (letters.length !== 1) return false;
  return (
    beforeAnother.test(text.slice(end, end + 24)) || behindAnother.test(text.slice(Math.max(0, start - 24), start))
  );
}

/** "La vitamina E protegge le membrane, la D regola il calcio": a noun of the sentence may be left out. */
export function hasArticle(text: string, start: number): boolean {
  return /(?<!\p{L})(?:las?|les?|el|il|die|der|das|[ao]s?)\s+$/iu.test(text.slice(Math.max(0, start - 5), start));
}

/** "B is wrong about that": whoever is called so. */
export function isOfPerson(text: string, end: number): boolean {
  return /^\s+(?:is|was)\s+(?:(?:in)?correct|wrong|right)\s+(?:about|to|that|when|if|in)\b/.test(
    text.slice(end, end + 40),
  );
}
