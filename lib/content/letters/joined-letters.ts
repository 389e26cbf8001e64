import { positionOfLetter } from "#lib/exam/letters";
import type { Range } from "./letter-match.ts";

const joined =
  /(?<=\b(?:[Aa]nswers?|[Aa]ns\.?|[Kk]ey|[Oo]ptions?|[Cc]hoices?|[Cc]orrect|[Ll]ösung|[Rr]ichtig|[Gg]abarito|[Rr]espuestas?|[Rr]éponses?|[Rr]isposte?|[Rr]espostas?)\s*(?:is|are|sind|ist|es|son|sont|são|sono)?\s*:?\s*)[A-Z]{2,6}(?![\p{L}\p{N}-])|^[A-Z]{2,5}(?=[.!]?$)|(?<![\p{L}\p{N}-])[A-Z]{2,6}(?=\s+(?:are|is)\s+(?:the\s+)?(?:in)?(?:correct|right|wrong)\b)/gu;

/**
 * Letters of several options that are written as one word: "Answers: AC". Certain where nothing but the end of the clause
 * follows; "the answer is AC power" is not.
 */
export function joinedLetters(text: string, count: number): readonly (Range & { readonly isCertain: boolean })[] {
  if (!/[A-Z]{2}/.test(text)) return [];
  return [...text.matchAll(joined)].flatMap(({ index: start, 0: word }) => {
    const letters = word.split("");
    const isRising = letters.every(
      (letter, at) => positionOfLetter(letter) < count && (at === 0 || letter > (letters[at - 1] ?? "")),
    );
    const end = start + word.length;
    return isRising ? [{ start, end, isCertain: start > 0 && /^\s*(?:[.,;)]|$)/.test(text.slice(end, end + 8)) }] : [];
  });
}
