import { letterAt } from "./letters.ts";
import type { PublicQuestion } from "./question.ts";
import { readableText } from "./readable-text.ts";
import { optionOrder } from "./selection.ts";
import { shortText } from "./short-text.ts";

/** What a letter of a note meant when the note was written. */
export interface NoteLetter {
  readonly letter: string;
  /** The option as plain text, cut where it is long. */
  readonly text: string;
}

/** Capitals that stand alone, and small letters that are no word. */
const lone = /(?<![\p{L}\p{N}'’])([A-Z]|[bcdfgh])(?![\p{L}\p{N}'’])/gu;
/** In characters. */
const longestText = 80;

/**
 * The options that letters in `note` may name, for a reader with another order: those of the item with this `seed` where
 * the note was written. Empty where the order is `shownIn`, so that the letters are true as they stand.
 */
export function noteLetters(
  note: string,
  question: PublicQuestion,
  seed: string,
  shownIn: readonly string[] | null = null,
): readonly NoteLetter[] {
  if (!("options" in question)) return [];
  const order = optionOrder(question, seed);
  if (shownIn?.join(" ") === order.join(" ")) return [];
  const used = new Set([...note.matchAll(lone)].map(([letter]) => letter.toUpperCase()));
  return order.flatMap((id, index) => {
    const option = question.options.find((each) => each.id === id);
    if (option === undefined || !used.has(letterAt(index))) return [];
    return [{ letter: letterAt(index), text: shortText(readableText(option.html), longestText) }];
  });
}
