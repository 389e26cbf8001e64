import { parseMarkdown, type Refusal } from "./parse-markdown.ts";
import { plainText } from "./plain-text.ts";
import { type HtmlOptions, writeHtml } from "./write-html.ts";

export type RenderedMarkdown =
  | { readonly ok: true; readonly html: string; readonly text: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** Options for texts by readers (comments): no images, and links that are not endorsed. */
export const untrustedMarkdown: HtmlOptions = { untrusted: true };

/**
 * Markdown as safe HTML, with its plain text. Refuses (and never throws on) text beyond the limits of `parseMarkdown`.
 * Raw HTML, links and images are treated as described at `writeHtml`.
 */
export function renderMarkdown(markdown: string, options: HtmlOptions = {}): RenderedMarkdown {
  const parsed = parseMarkdown(markdown.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD"));
  if (!parsed.ok) return parsed;
  const { root, definitions } = parsed;
  const html = writeHtml(root.children, { ...options, definitions }).join("");
  return { ok: true, html, text: plainText(root.children) };
}
