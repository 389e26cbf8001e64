import type { QuestionDraft } from "#lib/content/draft";
import { withoutProseMarks } from "#lib/content/letters/prose-marks";
import { matchTexts } from "#lib/content/matches";
import { positionOfLetter } from "#lib/exam/letters";
import { changeProse } from "#lib/markdown/code-spans";
import { besideBox, type HtmlForExport, markdownToHtml, markdownToInlineHtml } from "../markup/markdown-to-html.ts";
import type { ExportedItem, ExportInput, SourceFile } from "../report.ts";
import { decodeUrl, withImages } from "./image-assets.ts";
import { withReferences } from "./references-section.ts";

/** All texts of one question as HTML for a foreign format, and the images they show. */
export interface ExportTexts {
  readonly html: (markdown: string) => string;
  readonly inline: (markdown: string) => string;
  /** An option, or a side of a pair. */
  readonly option: (markdown: string) => string;
  /** Explanation, then references. */
  readonly feedback: string;
  readonly images: ReadonlyMap<string, SourceFile>;
  readonly notes: string[];
}

/**
 * `letters` says whether the reader sees the options of a choice in the written order, so that "B" means the second one;
 * elsewhere a reference is written out as the option's text. `addressOf` gives an image its address within the export.
 */
export function exportTexts(
  draft: QuestionDraft,
  input: ExportInput,
  letters: boolean,
  addressOf: (name: string) => string,
): ExportTexts {
  const notes: string[] = [];
  const { images, take } = ownImages(draft, input);
  const how: HtmlForExport = {
    option: (letter) => (letters && hasLetters(draft) ? letter : `“${optionInWords(draft, letter)}”`),
    image: (address) => {
      const image = take(address);
      if (image !== null) return addressOf(image.path);
      notes.push(`image ${address} was not found; its alternative text replaces it`);
      return null;
    },
  };
  const plain = (markdown: string) => changeProse(markdown, withoutProseMarks);
  const html = (markdown: string) => markdownToHtml(plain(markdown), how);
  const inline = (markdown: string) => markdownToInlineHtml(plain(markdown), how);
  return {
    html,
    inline,
    option: (markdown) => besideBox(inline, markdown),
    feedback: html(withReferences(draft.explanation, draft.references)),
    images,
    notes,
  };
}

/** Whether the options of `draft` are shown with letters; steps and pairs are not. */
export function hasLetters({ kind }: QuestionDraft): boolean {
  return kind === "single" || kind === "multiple";
}

/** What a letter names: an option, a step, or what is matched to one of the left. */
export function optionInWords(draft: QuestionDraft, letter: string): string {
  const texts =
    draft.options.length > 0
      ? draft.options.map((option) => option.text)
      : draft.steps.length > 0
        ? draft.steps
        : matchTexts(draft.pairs);
  const text = (texts[positionOfLetter(letter)] ?? letter).replace(/[*`]/g, "").replace(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The same question with its images at `images/<id>_<name>`, and the images: for Markdown that is exported as it is. */
export function withOwnImages(
  draft: QuestionDraft,
  input: ExportInput,
  notes: string[],
): { draft: QuestionDraft; images: SourceFile[] } {
  const { images, take } = ownImages(draft, input);
  const change = (text: string) =>
    withImages(text, ({ address, written, at }) => {
      const image = take(address);
      if (image !== null) return at(`images/${encodeURIComponent(image.path)}`);
      notes.push(`image ${address} was not found`);
      return written;
    });
  const changed: QuestionDraft = {
    ...draft,
    stem: change(draft.stem),
    options: draft.options.map((option) => ({
      ...option,
      text: change(option.text),
      note: option.note === null ? null : change(option.note),
    })),
    steps: draft.steps.map(change),
    pairs: draft.pairs.map(([left, right]) => [change(left), change(right)]),
    cloze: change(draft.cloze),
    explanation: change(draft.explanation),
  };
  return {
    draft: changed,
    images: [...images.values()].map(({ path, bytes }) => ({ path: `images/${path}`, bytes })),
  };
}

/** Takes images along under names that no other image of the exam has: an id holds no underscore. */
function ownImages(
  draft: QuestionDraft,
  input: ExportInput,
): { images: ReadonlyMap<string, SourceFile>; take: (address: string) => SourceFile | null } {
  const images = new Map<string, SourceFile>();
  const names = new Set<string>();
  const take = (address: string) => {
    const bytes = input.readAsset?.(draft.id, address) ?? null;
    if (bytes === null || images.has(address)) return images.get(address) ?? null;
    const file = decodeUrl(address.replace(/[?#].*$/s, "")).replace(/^.*\//s, "");
    const name = file.replace(/[^\p{L}\p{N}._-]+/gu, "-");
    let path = `${draft.id}_${name}`;
    // Two folders may hold a file of one name, and on some disks capitals tell none apart.
    for (let count = 2; names.has(path.toLowerCase()); count += 1) path = `${draft.id}_${count}-${name}`;
    names.add(path.toLowerCase());
    const image = { path, bytes };
    images.set(address, image);
    return image;
  };
  return { images, take };
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
