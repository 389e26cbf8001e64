import { headers } from "next/headers";
import { cache, use } from "react";
import { environment } from "#lib/env/current";
import { allWords, wordsOf } from "#lib/messages/catalogue";
import { chooseLanguage, isLanguage } from "#lib/messages/languages";
import { createWords, type GivenWords, type WordRoom, type Words } from "#lib/messages/words";
import { currentSettings } from "./current-settings.ts";

const currentReader = cache(async () => {
  const [{ language, timeZone }, sent] = await Promise.all([currentSettings(), headers()]);
  const accepted = sent.get("accept-language") ?? "";
  return { ...chooseLanguage({ setting: language, accepted, fallback: environment().DEFAULT_LANGUAGE }), timeZone };
});

/** The locale of the sender of the current request, where no words are needed. */
export async function currentLocale(): Promise<string> {
  return (await currentReader()).locale;
}

/** The words in the language of the sender of the current request. */
export const currentWords = cache(async (): Promise<Words> => createWords(allWords(await currentReader())));

/** The sender of the current request, in the language of an exam if they want that and the words exist in it. */
const examReader = cache(async (language: string | null) => {
  const [reader, { examsInTheirLanguage }] = await Promise.all([currentReader(), currentSettings()]);
  const own = language !== null && examsInTheirLanguage ? language.split("-")[0] : undefined;
  return isLanguage(own) && own !== reader.language ? { ...reader, language: own, locale: language ?? own } : reader;
});

/** The words around the questions of an exam that says it is in `language`. */
export async function examWords(language: string | null): Promise<Words> {
  return createWords(allWords(await examReader(language)));
}

/** The layout of an attempt gives these in the reader's own language. */
const roomsOfLayout = ["saving", "trouble", "kept"] as const;

/** The part that the browser needs. */
export async function examWordsOf(language: string | null, ...rooms: readonly WordRoom[]): Promise<GivenWords> {
  const [reader, own] = await Promise.all([examReader(language), currentReader()]);
  return wordsOf(reader, reader === own ? rooms : [...roomsOfLayout, ...rooms]);
}

/** The part of the reader's words that the browser needs: the rooms that its components use. */
export async function currentWordsOf(...rooms: readonly WordRoom[]): Promise<GivenWords> {
  return wordsOf(await currentReader(), rooms);
}

/** `#words` in components that run only on the server. */
export function useWords(): Words {
  return use(currentWords());
}
