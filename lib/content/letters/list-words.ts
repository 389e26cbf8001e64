import type { OptionReference } from "#lib/exam/question";
import type { LetterMatch } from "./letter-match.ts";
import { type Language, languageAt } from "./sentence-language.ts";
import { sentenceOf } from "./sentences.ts";

/** The letters of `match` in braces, as the author of `text` would list them: only English is written with "and". */
export function wantedFor(text: string, match: LetterMatch, language: Language | null): string {
  const names = match.letters.map(({ letter }) => `{${letter}}`);
  const last = names.pop() ?? "";
  const before = isEnglishAt(text, match, language) ? ` ${match.join} ` : ", ";
  return match.lead + (names.length === 0 ? last : `${names.join(", ")}${before}${last}`);
}

/** The exam's language has a word of its own for every list; where none is said, only an English sentence is known to have "and". */
export function joinFor(text: string, match: LetterMatch, language: Language | null): OptionReference["join"] {
  return language !== null || match.letters.length < 2 || isEnglishAt(text, match, language) ? match.join : "commas";
}

/** Words by which the shortest of texts is English: "Answers: A, C". */
const englishWord = /\b(?:and|or|answers?|choices?)\b/i;

function isEnglishAt(text: string, { start }: LetterMatch, said: Language | null): boolean {
  const language = languageAt(text, start, said);
  return language === "english" || (language === null && englishWord.test(sentenceOf(text, start).text));
}
