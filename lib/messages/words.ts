import { createElement, Fragment, type ReactNode } from "react";
import type en from "./en.json";
import type { LanguageChoice } from "./languages.ts";
import { type Message, numbersOf, type Value, writeMessage } from "./message.ts";

export type Catalogue = typeof en;
/** A part of the catalogue, such as the words of an attempt. */
export type WordRoom = keyof Catalogue;
/** "room.name" of a text in the catalogue. */
export type WordKey = { [Room in WordRoom]: `${Room}.${keyof Catalogue[Room] & string}` }[WordRoom];

/** What follows a prefix in the names of a room's texts: "no-mail" of "refused-no-mail". */
export type CodeOf<Room extends WordRoom, Prefix extends string> = keyof Catalogue[Room] extends infer Name
  ? Name extends `${Prefix}${infer Code}`
    ? Code
    : never
  : never;

export type Messages = Readonly<Record<string, Readonly<Record<string, Message>>>>;

/** The words for one reader, as data that can be sent to a browser. */
export interface GivenWords {
  readonly language: LanguageChoice;
  /** The locale of dates and numbers, such as "en-GB". */
  readonly locale: string;
  /** An IANA name. */
  readonly timeZone: string;
  /** Parsed texts by their rooms and names: all, or those of the rooms that a page needs. */
  readonly messages: Messages;
}

type Values = Readonly<Record<string, string | number>>;
type RichValues = Readonly<Record<string, string | number | ((inside: ReactNode) => ReactNode)>>;

/** Writes the texts of the catalogue for one reader: `t("item.heading", { position: 3, count: 60 })`. */
export interface Words extends GivenWords {
  (key: WordKey, values?: Values): string;
  /** A text with elements in it: `t.rich("result.sealed", { exam: (text) => <a href={path}>{text}</a> })`. */
  rich(key: WordKey, values: RichValues): ReactNode;
}

/** Throws for a key whose room was not given to the page. */
export function createWords(given: GivenWords): Words {
  const { messages, locale } = given;
  const numbers = numbersOf(locale);
  const pieces = (key: WordKey, values: Values | RichValues = {}) => {
    const [room = "", name = ""] = key.split(".");
    const message = messages[room]?.[name];
    if (message === undefined) throw new Error(`words of ${key}`);
    return writeMessage(message, values as Readonly<Record<string, Value>>, numbers) as ReactNode[];
  };
  return Object.assign((key: WordKey, values?: Values) => pieces(key, values).join(""), {
    rich: (key: WordKey, values: RichValues) => createElement(Fragment, null, ...pieces(key, values)),
    ...given,
  });
}
