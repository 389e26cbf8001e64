import type { QuestionDraft } from "../draft.ts";
import { withImages } from "./image-assets.ts";
import { type HtmlForExport, markdownToHtml, markdownToInlineHtml } from "./markdown-to-html.ts";
import { withReferences } from "./references-section.ts";
import type { ExportedItem, ExportInput, SourceFile } from "./report.ts";

/** All texts of one question as HTML for a foreign format, and the images they show. */
export interface ExportTexts {
  readonly html: (markdown: string) => string;
  readonly inline: (markdown: string) => string;
  /** Explanation, then references. */
  readonly feedback: string;
  readonly images: ReadonlyMap<string, SourceFile>;
  readonly notes: string[];
}

/**
 * `letters` says whether the reader sees the options in the written order, so that "B" means the second one; elsewhere
 * a reference is written out as the option's text. `addressOf` gives an image its address within the export.
 */
export function exportTexts(
  draft: QuestionDraft,
  input: ExportInput,
  letters: boolean,
  addressOf: (name: string) => string,
): ExportTexts {
  const images = new Map<string, SourceFile>();
  const notes: string[] = [];
  const how: HtmlForExport = {
    option: (letter) => (letters ? letter : `“${plainOption(draft, letter)}”`),
    image: (address) => {
      const bytes = input.readAsset?.(draft.id, address) ?? null;
      if (bytes === null) {
        notes.push(`image ${address} was not found; its alternative text stands in its place`);
        return null;
      }
      const name = `${draft.id}-${address.split("/").at(-1) ?? "image"}`;
      images.set(address, { path: name, bytes });
      return addressOf(name);
    },
  };
  const html = (markdown: string) => markdownToHtml(markdown, how);
  return {
    html,
    inline: (markdown) => markdownToInlineHtml(markdown, how),
    feedback: html(withReferences(draft.explanation, draft.references)),
    images,
    notes,
  };
}

function plainOption(draft: QuestionDraft, letter: string): string {
  const texts =
    draft.options.length > 0
      ? draft.options.map((option) => option.text)
      : draft.steps.length > 0
        ? draft.steps
        : draft.pairs.map(([left]) => left);
  const text = (texts[letter.charCodeAt(0) - 65] ?? letter).replace(/[*`]/g, "").replace(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The images of Markdown that is exported as it is: their addresses stay, the files go along. */
export function imagesOf(draft: QuestionDraft, input: ExportInput, notes: string[]): SourceFile[] {
  const found = new Map<string, SourceFile>();
  const texts = [
    draft.stem,
    draft.explanation,
    ...draft.options.flatMap((option) => [option.text, option.note ?? ""]),
    ...draft.steps,
    ...draft.pairs.flat(),
  ];
  for (const text of texts) {
    withImages(text, (alt, address) => {
      const bytes = input.readAsset?.(draft.id, address) ?? null;
      if (bytes === null) notes.push(`image ${address} was not found`);
      else found.set(address, { path: address, bytes });
      return alt;
    });
  }
  return [...found.values()];
}

export function exported(draft: QuestionDraft, notes: readonly string[]): ExportedItem {
  return { id: draft.id, status: notes.length === 0 ? "exported" : "noted", notes: [...new Set(notes)] };
}

export function refused(draft: QuestionDraft, reason: string): ExportedItem {
  return { id: draft.id, status: "refused", notes: [reason] };
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Text as XML character data or as the value of an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, "\ufffd")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
