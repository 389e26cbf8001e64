import type { DraftOption, QuestionDraft } from "#lib/content/draft";
import { positionOfLetter } from "#lib/exam/letters";

/**
 * What an importer makes of one question before it is judged: as much of a draft as the source holds. `finishImport`
 * checks it, names it, finds its images and turns its letters into references.
 */
export interface ForeignItem {
  readonly place: string;
  readonly title: string;
  /** The file it came from; images are looked up relative to it. */
  readonly file: string;
  readonly draft: Partial<QuestionDraft>;
  /** Where the source files it: a category, deck, section or topic. */
  readonly category?: string | null;
  readonly notes?: readonly string[];
  /** Its texts are the source's own Markdown, in which dollars are money more often than formulas. */
  readonly isMarkdown?: boolean;
  /** Files that the source holds within the question, by the address that its texts use. */
  readonly embedded?: ReadonlyMap<string, Uint8Array>;
  /** Why this item cannot become a question; what it holds is then left alone. */
  readonly refusal?: string;
}

export interface ForeignItems {
  readonly items: readonly ForeignItem[];
  readonly notices: readonly string[];
}

/** A file that holds no readable item at all is one refused item, so that it is never lost from the count. */
export function refusedFile(file: string, reason: string): ForeignItem {
  return { place: file, title: file, file, draft: {}, refusal: reason };
}

/** The first line of a stem without markup, for reports. */
export function titleOf(stem: string): string {
  const line = stem.split("\n").find((text) => text.trim() !== "") ?? "";
  const plain = line
    .replace(/!?\[([^\][]*)\]\([^()]*\)/g, "$1")
    .replace(/^#+\s*|[*`]/g, "")
    .trim();
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
}

/** `options` with the marks taken from `letters` ("BE"); null when a letter points beyond them. */
export function markOptions(options: readonly DraftOption[], letters: readonly string[]): DraftOption[] | null {
  const right = new Set(letters.map((letter) => positionOfLetter(letter.toUpperCase())));
  if ([...right].some((index) => index < 0 || index >= options.length)) return null;
  return options.map((option, index) => ({ ...option, correct: right.has(index) }));
}
