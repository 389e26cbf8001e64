import { parseMarkdown, type Refusal } from "./parse-markdown.ts";
import { plainText } from "./plain-text.ts";
import { type HtmlOptions, writeHtml } from "./write-html.ts";

export type RenderedMarkdown =
  | { readonly ok: true; readonly html: string; readonly text: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** Options for what a reader writes (comments): no images, and links that vouch for nothing. */
export const untrustedMarkdown: HtmlOptions = { untrusted: true };

/**
 * Markdown as safe HTML, with its plain reading. Refuses (never throws on) text beyond the limits of `parseMarkdown`.
 * What `writeHtml` says of raw HTML, links and images holds here.
 */
export function renderMarkdown(markdown: string, options: HtmlOptions = {}): RenderedMarkdown {
  const parsed = parseMarkdown(markdown.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD"));
  if (!parsed.ok) return parsed;
  const { root, definitions } = parsed;
  const html = writeHtml(root.children, { ...options, definitions }).join("");
  return { ok: true, html, text: plainText(root.children) };
}
