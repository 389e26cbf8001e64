import type { OptionReference } from "#lib/exam/question";
import type { LetterMatch } from "./letter-match.ts";
import { type Language, languageOf } from "./sentence-language.ts";

/** The letters of `match` in braces, as the author of a text would list them: only English is written with "and". */
export function wantedFor(match: LetterMatch, isEnglish: boolean): string {
  const names = match.letters.map(({ letter }) => `{${letter}}`);
  const last = names.pop() ?? "";
  const before = isEnglish ? ` ${match.join} ` : ", ";
  return match.lead + (names.length === 0 ? last : `${names.join(", ")}${before}${last}`);
}

/** The exam's language has a word of its own for every list; where none is said, only an English text is known to have "and". */
export function joinFor(match: LetterMatch, said: Language | null, isEnglish: () => boolean): OptionReference["join"] {
  return said !== null || match.letters.length < 2 || isEnglish() ? match.join : "commas";
}

/** Words by which the shortest of texts is English: "Answers: A, C". */
const englishWord = /\b(?:and|or|answers?|choices?)\b/i;

/** Whether `text`, of an exam that says which language it has, or none, is English. */
export function isEnglish(text: string, said: Language | null): boolean {
  const language = said ?? languageOf(text, text);
  return language === "english" || (language === null && englishWord.test(text));
}
