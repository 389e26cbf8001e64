import { maskCode } from "#lib/markdown/code-spans";

const link =
  /(?<!!|(?<!\\)(?:\\\\)*\\)\[((?:[^\][\\\n]|\\.)*)\]\(\s*<?([^\s()<>]*)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/g;

/**
 * `markdown` without links that lead into the source they came from (`../notes.md`, `#top`): their words stay. What only
 * looks like a link, as `[varchar](200)` does, is written so that it reads as it is.
 */
export function plainLinks(markdown: string): { markdown: string; notes: string[] } {
  if (!markdown.includes("](")) return { markdown, notes: [] };
  const masked = maskCode(markdown);
  const notes: string[] = [];
  const text = markdown.replace(link, (whole, words: string, address: string, at: number) => {
    if (masked[at] === "\uFFFC" || /^(?:https?:|mailto:)/i.test(address)) return whole;
    if (!/[/#.:]/.test(address)) return `\\${whole}`;
    notes.push(`the link to ${address.slice(0, 200)} points into the source; its text was kept`);
    return words;
  });
  return { markdown: text, notes };
}
