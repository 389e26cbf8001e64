import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { GiveWords } from "#components/give-words";
import { allWords } from "#lib/messages/catalogue";
import { createWords } from "#lib/messages/words";

const given = allWords({ language: "en", locale: "en", timeZone: "UTC" });

/** The words of a reader of English in UTC. */
export const english = createWords(given);

/** Those of a reader of German. */
export const german = createWords(allWords({ language: "de", locale: "de", timeZone: "UTC" }));

/** What a component shows to a reader of English. */
export function renderInEnglish(element: ReactNode): string {
  return renderToStaticMarkup(createElement(GiveWords, { words: given }, element));
}
