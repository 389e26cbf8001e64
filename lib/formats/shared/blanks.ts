import type { QuestionDraft } from "#lib/content/draft";
import { blanksIn, holdsBlank, splitAtBlanks } from "#lib/content/read/blanks";
import { changeProse } from "#lib/markdown/code-spans";
import { parseMarkdown } from "#lib/markdown/parse-markdown";
import { plainText } from "#lib/markdown/plain-text";
import { escapeMarkdown } from "../markup/escape-markdown.ts";
import { toMarkdown } from "../markup/source-text.ts";

/** The plain texts of the options of each blank in a Markdown text; the first is the right one. */
export function blanksOf(markdown: string): readonly (readonly string[])[] {
  const parsed = parseMarkdown(markdown);
  return parsed.ok ? blanksIn(parsed.root.children).blanks.map((options) => options.map(({ text }) => text)) : [];
}

/** The Markdown text with blanks as `render` makes it, with what `print` makes of the options in place of each blank. */
export function printBlanks(
  markdown: string,
  render: (markdown: string) => string,
  print: (options: readonly string[], index: number) => string,
): string {
  const blanks = blanksOf(markdown);
  let next = 0;
  const marked = changeProse(markdown, (prose) =>
    splitAtBlanks(prose)
      .map((part) => (typeof part === "string" ? part : placeOf(next++)))
      .join(""),
  );
  return fillPlaces(render(marked), (index) => print(blanks[index] ?? [], index));
}

/** Stands for a blank while a text is converted. */
export function placeOf(index: number): string {
  return `\uE120${index}\uE121`;
}

function fillPlaces(text: string, fill: (index: number) => string): string {
  return text.replace(/\uE120(\d+)\uE121/g, (_, index: string) => fill(Number(index)));
}

/** An option of a foreign text, right one or not, as it was written there. */
export interface ForeignBlank {
  /** Plain texts, the right one first. */
  readonly options: readonly string[];
}

/**
 * A draft of a foreign text that was converted with `placeOf(i)` in place of blank i, or why it is none. The question is what
 * comes before the first block that holds a blank.
 */
export function clozeDraft(
  converted: string,
  blanks: readonly ForeignBlank[],
  notes: string[],
): Partial<QuestionDraft> | string {
  for (const [index, { options }] of blanks.entries()) {
    const bad = options.find((text) => /\||\[\[|\]\]|^\[|\]$/.test(text));
    if (options.length < 2) return `blank ${index + 1} has fewer than two options: nothing to choose from`;
    if (bad !== undefined)
      return `blank ${index + 1} has the option "${bad}": a stroke or such brackets part options here`;
  }
  const markdown = fillPlaces(converted, (index) => `[[${(blanks[index]?.options ?? []).map(escaped).join(" | ")}]]`);
  const parsed = parseMarkdown(markdown);
  const first = parsed.ok ? parsed.root.children.find(holdsBlank)?.position?.start.offset : undefined;
  if (first === undefined) return "no blanks were found in the text";
  const stem = markdown.slice(0, first).trim();
  if (stem === "") notes.push(`the text was asked by itself; "${task}" was put before it`);
  return { kind: "cloze", stem: stem === "" ? task : stem, cloze: markdown.slice(first).trim() };
}

const task = "Fill in the blanks.";

function escaped(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, " ").trim());
}

/** The plain text of an option that is written in HTML. */
export function plainOption(html: string): string {
  return plainMarkdown(toMarkdown(html, "html", []));
}

/** The plain text of an option that is written in Markdown. */
export function plainMarkdown(markdown: string): string {
  const parsed = parseMarkdown(markdown);
  return parsed.ok ? plainText(parsed.root.children) : markdown;
}
