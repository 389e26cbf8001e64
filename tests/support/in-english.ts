import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { GiveWords } from "#components/give-words";
import { allWords } from "#lib/messages/catalogue";
import { createWords } from "#lib/messages/words";

const given = allWords({ language: "en", locale: "en", timeZone: "UTC" });

/** The words for an English reader in UTC. */
export const english = createWords(given);

/** The words for a German reader. */
export const german = createWords(allWords({ language: "de", locale: "de", timeZone: "UTC" }));

/** What a component shows to an English reader. */
export function renderInEnglish(element: ReactNode): string {
  return renderToStaticMarkup(createElement(GiveWords, { words: given }, element));
}
