import { positionOfLetter } from "#lib/exam/letters";
import type { Range } from "./letter-match.ts";

const capitals = /\b[A-Z]{2,6}\b/g;
const isOfLonger = /[\p{L}\p{N}-]$/u;
const before =
  /\b(?:[Aa]nswers?|[Aa]ns\.?|[Kk]ey|[Oo]ptions?|[Cc]hoices?|[Cc]orrect|[Ll]ösung|[Rr]ichtig|[Gg]abarito|[Rr]espuestas?|[Rr]éponses?|[Rr]isposte?|[Rr]espostas?)\s*(?:is|are|sind|ist|es|son|sont|são|sono)?\s*:?\s*$/u;
const judged = /^\s+(?:are|is)\s+(?:the\s+)?(?:in)?(?:correct|right|wrong)\b/;

/**
 * Letters of several options that are written as one word: "Answers: AC". Certain where nothing but the end of the clause
 * follows; "the answer is AC power" is not.
 */
export function joinedLetters(text: string, count: number): readonly (Range & { readonly isCertain: boolean })[] {
  return [...text.matchAll(capitals)].flatMap(({ index: start, 0: word }) => {
    if (!isRising(word, count)) return [];
    const end = start + word.length;
    const after = text.slice(end, end + 60);
    const lead = text.slice(Math.max(0, start - 40), start);
    if (isOfLonger.test(lead) || /^[\p{L}-]/u.test(after)) return [];
    const isAlone = start === 0 && /^[.!]?$/.test(after);
    if (!isAlone && !judged.test(after) && !before.test(lead)) return [];
    return [{ start, end, isCertain: start > 0 && /^\s*(?:[.,;)]|$)/.test(after) }];
  });
}

/** "ACD", and no "CAD": letters of different options in the order of the alphabet. */
function isRising(word: string, count: number): boolean {
  return [...word].every(
    (letter, at) => positionOfLetter(letter) < count && (at === 0 || letter > word.charAt(at - 1)),
  );
}
