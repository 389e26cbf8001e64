import { isBeforeVerb } from "./english-article.ts";
import type { Range } from "./letter-match.ts";
import { type Language, languageOf } from "./sentence-language.ts";
import { sentenceOf } from "./sentences.ts";

/** Whether a letter that begins a sentence is a word of its own in some language ("A", "E", "O", "Y"), and no subject of a verb. */
export function isWordLike(text: string, { start, end }: Range, said: Language | null): boolean {
  const word = text.slice(start, end);
  if (!/(?:^|[.!?:;–—\n"“([])\s*$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  const language = said ?? languageOf(sentenceOf(text, start).text, text);
  if (/^[EOY]$/.test(word)) return language === "romance";
  if (word !== "A" || !/^\s/.test(text.slice(end)) || language === "other") return false;
  return !isBeforeVerb(text.slice(end, end + 80));
}
