import { lettersOf, printLetters } from "#lib/exam/letters";
import type { OptionReference } from "#lib/exam/question";
import { escapeHtml } from "#lib/markdown/escape-html";
import type { Words } from "#lib/messages/words";

/** A place in a comment that names options by letter. */
export interface LetterMark extends OptionReference {
  /** Printed before the letters: "The first option" becomes "Option A". */
  readonly lead: string;
  readonly written: string;
  /** False where the letter may name something else. */
  readonly isCertain: boolean;
}

const mark =
  /<span data-options="([^"]*)" data-join="(and|or|commas)" data-lead="([^"]*)"( data-unclear)?>([^<]*)<\/span>/g;

/** The mark as HTML: it shows what was written. Nothing that `writeHtml` makes looks like it. */
export function letterMark({ optionIds, join, lead, written, isCertain }: LetterMark): string {
  const options = escapeHtml(optionIds.join(" "));
  const unclear = isCertain ? "" : " data-unclear";
  return `<span data-options="${options}" data-join="${join}" data-lead="${escapeHtml(lead)}"${unclear}>${escapeHtml(written)}</span>`;
}

/** What the letters of a comment are to be. */
export interface LetterReader {
  /** Option ids in the order of the writer's letters, or null where the letters stay as they were typed. */
  readonly typedIn: readonly string[] | null;
  /** Option ids in the order of the reader's letters. */
  readonly order: readonly string[];
}

/** The HTML of a comment with every letter in the reader's order. */
export function printMarks(t: Words, html: string, { typedIn, order }: LetterReader): string {
  if (typedIn === null) return html.replace(mark, "$5");
  const isSame = typedIn.join(" ") === order.join(" ");
  return html.replace(mark, (_, options: string, join: LetterMark["join"], lead: string, unclear, written: string) => {
    const typed = written.replace(/[{}]/g, "");
    if (isSame) return typed;
    const optionIds = options.split(" ");
    // An option that was reworded or taken out has no letter on this page.
    if (!optionIds.every((id) => order.includes(id))) return t("thread.otherWordingsLetter", { letters: typed });
    const isAsTyped = lettersOf(optionIds, order).join("") === typed.replace(/[^A-Za-z]/g, "").toUpperCase();
    if (isAsTyped) return typed;
    const letters = lead + printLetters(optionIds, order, join);
    return unclear === undefined ? letters : t("thread.unclearLetter", { letters, typed });
  });
}

/** The HTML of a comment for readers whose order is not known: "…" for each letter. */
export function withoutLetters(html: string): string {
  return html.replace(mark, "…");
}
