import { judgingOf } from "./kinds/judging.ts";
import { letterAt } from "./letters.ts";
import type { PublicQuestion } from "./question.ts";
import { readableText } from "./readable-text.ts";
import { shortText } from "./short-text.ts";

/** What a letter of a text that somebody typed meant to its writer. */
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
 * The options that letters in `note` may name, where its writer saw them in the order `typedIn` (ids). Empty where its reader
 * sees them in the same order, `shownIn`, so that the letters are true as they stand.
 */
export function noteLetters(
  note: string,
  question: PublicQuestion,
  typedIn: readonly string[],
  shownIn: readonly string[] | null,
): readonly NoteLetter[] {
  if (!("options" in question) || shownIn?.join(" ") === typedIn.join(" ")) return [];
  const used = new Set([...note.matchAll(lone)].map(([letter]) => letter.toUpperCase()));
  return typedIn.flatMap((id, index) => {
    const option = question.options.find((each) => each.id === id);
    if (option === undefined || !used.has(letterAt(index))) return [];
    return [{ letter: letterAt(index), text: shortText(readableText(option.html), longestText) }];
  });
}

/** Ids of the options in the order of the file, whose letters authors use; empty where the file's order is not known. */
export function orderOfFile(question: PublicQuestion): readonly string[] {
  return (judgingOf(question.kind).choices(question) ?? []).map(({ id }) => id);
}
