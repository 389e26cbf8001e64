import { headers } from "next/headers";
import { cache, use } from "react";
import { environment } from "#lib/env/current";
import { allWords, wordsOf } from "#lib/messages/catalogue";
import { chooseLanguage } from "#lib/messages/languages";
import { createWords, type GivenWords, type WordRoom, type Words } from "#lib/messages/words";
import { currentSettings } from "./current-settings.ts";

const currentReader = cache(async () => {
  const [{ language, timeZone }, sent] = await Promise.all([currentSettings(), headers()]);
  const accepted = sent.get("accept-language") ?? "";
  return { ...chooseLanguage({ setting: language, accepted, fallback: environment().DEFAULT_LANGUAGE }), timeZone };
});

/** The words in the language of whoever sends the current request. */
export const currentWords = cache(async (): Promise<Words> => createWords(allWords(await currentReader())));

/** What the browser needs of them: the rooms that its components use. */
export async function currentWordsOf(...rooms: readonly WordRoom[]): Promise<GivenWords> {
  return wordsOf(await currentReader(), rooms);
}

/** What `#words` is in components that run on the server alone. */
export function useWords(): Words {
  return use(currentWords());
}
