import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import { type Language, type LanguageChoice, pseudoLanguage } from "./languages.ts";
import { parseMessage } from "./parse-message.ts";
import { pseudoMessage } from "./pseudo-message.ts";
import type { Catalogue, GivenWords, Messages, WordKey, WordRoom } from "./words.ts";

/** Every language whole: a text that is missing in one does not compile. */
const catalogues: Readonly<Record<Language, Catalogue>> = { en, de };

type Reader = Omit<GivenWords, "messages">;

const parsed = new Map<LanguageChoice, Messages>();

/** All texts in one language, parsed once. For the server alone: browsers are given the rooms that they need. */
function messagesOf(language: LanguageChoice): Messages {
  const known = parsed.get(language);
  if (known !== undefined) return known;
  const isPseudo = language === pseudoLanguage;
  const read = isPseudo ? (text: string) => pseudoMessage(parseMessage(text)) : parseMessage;
  const rooms = Object.entries(catalogues[isPseudo ? "en" : language]);
  const made = Object.fromEntries(
    rooms.map(([room, texts]) => [
      room,
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, read(text)])),
    ]),
  );
  parsed.set(language, made);
  return made;
}

/** How a text without arguments reads in each language. */
export function inEveryLanguage(key: WordKey): readonly string[] {
  const [room, name] = key.split(".") as [WordRoom, string];
  return Object.values(catalogues).map(
    (catalogue) => (catalogue[room] as Readonly<Record<string, string>>)[name] ?? "",
  );
}

/** All words for a reader. */
export function allWords(reader: Reader): GivenWords {
  return { ...reader, messages: messagesOf(reader.language) };
}

/** The words of some rooms for a reader. */
export function wordsOf(reader: Reader, rooms: readonly WordRoom[]): GivenWords {
  const all = messagesOf(reader.language);
  return { ...reader, messages: Object.fromEntries(rooms.map((room) => [room, all[room] ?? {}])) };
}
