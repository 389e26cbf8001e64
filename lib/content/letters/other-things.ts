import { isBeforeNoun } from "./english-article.ts";
import { fixedTerms } from "./fixed-terms.ts";
import { namedLetters } from "./named-things.ts";
import { partyPatterns } from "./party-letters.ts";
import { isRomanceA, isSmallWord } from "./romance-letters.ts";
import { type Language, languageOf } from "./sentence-language.ts";
import { isDeclared, isInFormula, logicPatterns, quantityOf, symbolPatterns } from "./symbol-letters.ts";
import type { LetterContext, TakenLetters } from "./taken-letters.ts";

/**
 * Proof that a letter names no option. "term": part of a term or a name ("the C language"); "class": one of a scheme that
 * everybody knows ("vitamin A"); "thing": named by its noun ("host A"); "symbol": of a formula ("P(A)"); "word": an article or
 * another word ("A model").
 */
export interface OtherThing {
  readonly kind: "term" | "class" | "thing" | "symbol" | "word";
  readonly length: number;
  /** Whether it is more than what its noun says: somebody who deals with another ("A sues B"). */
  readonly isSure?: true;
}

/** Whether the text may go on to speak of the letter, or of others like it, without a noun. */
export function mayComeAlone({ kind }: OtherThing): boolean {
  return kind === "thing" || kind === "symbol";
}

const ofScheme = /^(?:class|type|category|grade|plan|part|appendix|annex)(?:es)?$/u;

/** What the letter at `start` of `text` is, where that is proven; the list of proofs is closed, and null says nothing. */
export function otherThingAt(
  text: string,
  start: number,
  { taken, language }: Pick<LetterContext, "taken" | "language">,
  repeated: ReadonlySet<string>,
): OtherThing | null {
  // A label begins its line, whatever word ends the line before: "A = size", "B = data".
  if (/^\n[A-Z]\s*[.:)=–—]/.test(text.slice(start - 1, start + 4))) return null;
  if (partyPatterns.some((pattern) => lengthAt(pattern, text, start) > 0))
    return { kind: "thing", length: 1, isSure: true };
  for (const pattern of [...fixedTerms, ...logicPatterns]) {
    const length = lengthAt(pattern, text, start);
    if (length > 0) return { kind: "term", length };
  }
  const named = namedLetters(text, start, repeated);
  if (named !== null && isNoSubject(named.noun, text.charAt(start), taken))
    return { kind: ofScheme.test(named.noun) ? "class" : "thing", length: named.length };
  for (const pattern of symbolPatterns) {
    const length = lengthAt(pattern, text, start);
    if (length > 0) return { kind: "symbol", length };
  }
  const quantity = quantityOf(text, start);
  if (quantity !== null && isNoSubject(quantity, text.charAt(start), taken)) return { kind: "symbol", length: 1 };
  const sentence = sentenceAt(text, start);
  if (
    isDeclared(sentence) ||
    (/[A-Z]/.test(text.charAt(start)) &&
      isInFormula(text.slice(Math.max(0, start - 200), start + 200), text.charAt(start)))
  )
    return { kind: "symbol", length: 1 };
  return wordAt(text, start, sentence, language);
}

/** A noun of the stem or of most options may be what the author calls the options: "Which router …?", "router B". */
function isNoSubject(noun: string, letter: string, { subjects, things, isOpen }: TakenLetters): boolean {
  return isOpen || things.has(letter) || !subjects.has(singularOf(noun));
}

/** "routers" and "router" are one word. */
export function singularOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/ies$/, "y")
    .replace(/(?<=[sxz]|ch|sh)es$|(?<!s)s$/, "");
}

function wordAt(text: string, start: number, sentence: string, said: Language | null): OtherThing | null {
  const letter = text.charAt(start);
  const after = text.slice(start + 1, start + 121);
  if (
    /[EOY]/.test(letter) &&
    (said === null || said === "romance") &&
    isSmallWord(letter, after) &&
    /(?:^|[.!?:–—]\s+|\n)$/.test(text.slice(Math.max(0, start - 3), start))
  )
    return { kind: "word", length: 1 };
  const before = text.slice(Math.max(0, start - 24), start);
  const isFirst = letter === "A" && /(?:^|[.!?:;–—\n\uFFFC"“‘*•|([])\s*$/.test(before);
  // "a B", and no "a B" of Portuguese; "the B side"
  const isOneOfMany = /(?:^|\s)an?\s$/.test(before) && /^(?:\s|[.,;)])/.test(after) && !ofOptions.test(after);
  const hasArticle = /(?:^|[^\p{L}'’])(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|[Aa]nother)\s(?:\p{Lu}\p{Ll}+\s)?$/u.test(
    before,
  );
  if (!isFirst && !hasArticle && !isOneOfMany) return null;
  // What is left of an image whose address has a space in it: its text is a description.
  if (before.endsWith("![")) return { kind: "word", length: 1 };
  const language = said ?? languageOf(`${sentence}${/^[^.!?\n]*/.exec(after)?.[0] ?? ""}`, text);
  if (isOneOfMany && language === "english") return { kind: "thing", length: 1 };
  return isWord(after, isFirst, hasArticle, language)
    ? { kind: hasArticle && !isFirst ? "thing" : "word", length: 1 }
    : null;
}

const ofOptions =
  /^\s+(?:options?|answers?|choices?|alternatives?|distractors?|responses?|one|statements?|claims?|items?)\b/;

function isWord(after: string, isFirst: boolean, hasArticle: boolean, language: Language | null): boolean {
  if (isFirst && language === "romance") return isRomanceA(after);
  if (language === "romance" || language === "other") return false;
  if (isFirst) return isBeforeNoun(after) && (language === "english" || /^(?:\s+[\p{L}-]+){3}/u.test(after));
  // "the B side", and no "the B answer"
  return (
    hasArticle && language === "english" && /^\s+\p{Ll}/u.test(after) && !ofOptions.test(after) && isBeforeNoun(after)
  );
}

/** What of its sentence stands before `start`, with the letter. */
export function sentenceAt(text: string, start: number): string {
  const from = Math.max(0, start - 200);
  return `${/[^.!?\n]*$/.exec(text.slice(from, start))?.[0] ?? ""}${text.slice(start, start + 40)}`;
}

function lengthAt(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length ?? 0;
}
