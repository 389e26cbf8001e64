import { escapeMoney } from "#lib/markdown/escape-money";
import { escapeMarkdown } from "./escape-markdown.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";

/** How a foreign field is written. `auto` is Moodle's own, HTML or plain text. Line ends count in it and in plain text. */
export type TextFormat = "html" | "markdown" | "plain" | "auto";

/** A foreign field as Markdown; `notes` gathers what could not be said. */
export function toMarkdown(text: string, format: TextFormat, notes: string[]): string {
  const plain = format === "plain" || (format === "auto" && !/<\/?[a-z][^<>]*>|&#?\w+;/i.test(text));
  if (format === "markdown") return escapeMoney(text.trim());
  if (plain) return plainMarkdown(text.replace(/\u00a0/g, " ").trim());
  const html =
    format === "auto" && !/<(?:p|br|div|ul|ol|table|pre)\b/i.test(text) ? text.trim().replace(/\n/g, "<br>") : text;
  const converted = htmlToMarkdown(html);
  if (converted === null) {
    notes.push("a text has too much HTML, or HTML nested too deeply; its tags were kept as text");
    return escapeMarkdown(text.trim());
  }
  notes.push(...converted.notes);
  return converted.markdown;
}

/** Plain text, in which Moodle and Anki write formulas as `\\(x\\)` or `$$x$$`. */
function plainMarkdown(text: string): string {
  const parts = text
    .replace(/[ \t]+(?=\n)/g, "")
    .split(/\\\([^\S\n]*([^\n]{1,2000}?)[^\S\n]*\\\)|\$\$(?=\S)([^$\n]{1,2000}?)\$\$/);
  // Each formula leaves two parts, of which one is undefined.
  const markdown = parts
    .map((part: string | undefined, index) =>
      index % 3 === 0 ? escapeMarkdown(part ?? "") : part && `$${part.trim()}$`,
    )
    .join("");
  return markdown.replace(/(?<=\S)\n[ \t]*(?=\S)/g, "\\\n");
}
