import type { Reference } from "#lib/exam/question";
import { readLinks, wordsBesideLinks } from "./answer-block.ts";

/** Explanation and references as one text, for formats with a single field of feedback. */
export function withReferences(explanation: string, references: readonly Reference[]): string {
  if (references.length === 0) return explanation;
  const links = references.map(({ title, url }) => `- [${title.replace(/[[\]\\]/g, "\\$&")}](${url})`);
  return `${explanation}\n\n**References**\n\n${links.join("\n")}`;
}

/** The way back: a last part headed "References" that holds nothing but links becomes references. */
export function splitReferences(markdown: string): { explanation: string; references: Reference[] } {
  const match = /(?:^|\\?\n)\s*(?:#{1,6}\s*|\*\*|__)?References?:?(?:\*\*|__)?\s*?\\?\n([\s\S]*)$/i.exec(markdown);
  const rest = match?.[1] ?? "";
  const references = readLinks(rest);
  if (match === null || references.length === 0 || wordsBesideLinks(rest) !== "")
    return { explanation: markdown.trim(), references: [] };
  return { explanation: markdown.slice(0, match.index).trim(), references };
}
