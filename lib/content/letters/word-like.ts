import { isBeforeVerb } from "./english-article.ts";
import type { Range } from "./letter-match.ts";
import { type Language, languageAt } from "./sentence-language.ts";

/** Small words of languages in which "E" is none. */
const isFrenchOrSpanish = /(?<!\p{L})(?:les|des|une|dans|est|sont|qui|ne|pas|el|los|las|una|es|del|y)(?!\p{L})/u;

/** Whether a letter that begins a sentence is a word of its own in some language ("A", "E", "O", "Y"), and no subject of a verb. */
export function isWordLike(text: string, { start, end }: Range, said: Language | null): boolean {
  const word = text.slice(start, end);
  if (!/(?:^|[.!?:;–—\n"“([])\s*$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  const language = languageAt(text, start, said);
  if (/^[EOY]$/.test(word)) return language === "romance" && !(word === "E" && isFrenchOrSpanish.test(text));
  if (word !== "A" || !/^\s+[^\s(,–—-]/.test(text.slice(end)) || language === "other") return false;
  return !isBeforeVerb(text.slice(end, end + 80));
}

/** Whether the language of the sentence is known, or it has a verb as English alone has: beside options a guess is not enough. */
export function isArticle(text: string, start: number, said: Language | null): boolean {
  return (
    languageAt(text, start, said) !== null ||
    /^\s+\p{L}+\s[^.!?\n]*(?:[^s]s|ed)(?!\p{L})/u.test(text.slice(start + 1, start + 120))
  );
}
