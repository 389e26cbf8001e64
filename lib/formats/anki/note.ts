import type { DraftOption, QuestionDraft } from "#lib/content/draft";
import { toMarkdown } from "../markup/source-text.ts";

/** How the notes of a file are laid out. */
export interface Layout {
  readonly file: string;
  readonly isHtml: boolean;
  readonly directives: ReadonlyMap<string, string>;
  /** 0-based columns of the note's own fields. */
  readonly fields: readonly number[];
  readonly names: readonly string[];
}

/** What a note says, or why it is not a question. */
export interface Content {
  readonly draft: Partial<QuestionDraft>;
  readonly refusal?: string;
}

/** The front of a card, its options apart. */
export interface Front {
  readonly stem: string;
  readonly options: readonly DraftOption[];
}

/** A field of a note as Markdown. */
export function fieldMarkdown(field: string, layout: Layout, notes: string[]): string {
  // Older notes write formulas as [$]x[/$].
  const text = field
    .replace(/\[\$\$\]([\s\S]{1,2000}?)\[\/\$\$\]/g, "\\[$1\\]")
    .replace(/\[\$\]([\s\S]{1,2000}?)\[\/\$\]/g, "\\($1\\)")
    .replace(
      /\[latex\]([\s\S]{1,2000}?)\[\/latex\]/gi,
      (_, tex: string) => `\\(${tex.replace(/^\s*\$+|\$+\s*$/g, "").trim()}\\)`,
    );
  return toMarkdown(text, layout.isHtml ? "auto" : "plain", notes);
}
