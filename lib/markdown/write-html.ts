import type { AlignType, Code, List, ListItem, Nodes, Table, TableRow, Text } from "mdast";
import { escapeHtml } from "./escape-html.ts";
import { highlightCode } from "./highlight-code.ts";
import type { Definitions } from "./parse-markdown.ts";
import { isLineBreak, withoutComments } from "./raw-html.ts";
import { renderMath } from "./render-math.ts";
import { safeUrl } from "./safe-url.ts";

/** HTML in pieces: strings, and between them the values that `text` inserted instead of text. */
export type HtmlPieces<T = never> = readonly (string | T)[];

export interface HtmlOptions<T = never> {
  readonly definitions?: Definitions;
  /** The address under which an image is served, or null to leave the image out. Without it there are no images. */
  readonly image?: (url: string) => string | null;
  /** True for text that anyone may write: links carry rel="nofollow noopener ugc". */
  readonly untrusted?: boolean;
  /** Called for every formula that could not be rendered; its source is shown instead. */
  readonly mathFailed?: (node: Nodes, message: string) => void;
  /** Called for every code block whose highlighting would take too long; it is shown without colours. */
  readonly codeStopped?: (node: Nodes) => void;
  /** Splits a text node into plain strings and values of the caller. */
  readonly text?: (node: Text) => readonly (string | T)[];
}

/** How long the code in one text that anyone may write is highlighted; after that, code stays plain. */
const untrustedCodeMs = 100;
/** How long one code block of an author is highlighted. Usual blocks take a hundredth of it, even on a slow machine. */
export const longestBlockMs = 1_000;

/**
 * Safe HTML of Markdown nodes. It is safe because only the elements and attributes written in this file can come out,
 * every text and every value is escaped, and addresses pass `safeUrl` or `image`. Raw HTML in the Markdown is shown as
 * text, except `<br>`, which breaks the line, and comments, which are left out. Headings start at h3, because h1 and h2
 * belong to the page.
 */
export function writeHtml<T = never>(nodes: readonly Nodes[], options: HtmlOptions<T> = {}): HtmlPieces<T> {
  const writer = new HtmlWriter<T>(options);
  writer.blocks(nodes);
  return writer.pieces();
}

class HtmlWriter<T> {
  private readonly done: (string | T)[] = [];
  private open = "";
  private codeMsLeft = untrustedCodeMs;
  private readonly options: HtmlOptions<T>;

  constructor(options: HtmlOptions<T>) {
    this.options = options;
  }

  pieces(): HtmlPieces<T> {
    return this.open === "" ? this.done : [...this.done, this.open];
  }

  blocks(nodes: readonly Nodes[]): void {
    for (const node of nodes) this.node(node);
  }

  private put(html: string): void {
    this.open += html;
  }

  private putForeign(thing: T): void {
    if (this.open !== "") this.done.push(this.open);
    this.open = "";
    this.done.push(thing);
  }

  private element(tag: string, node: { readonly children: readonly Nodes[] }, attributes = ""): void {
    this.put(`<${tag}${attributes}>`);
    this.blocks(node.children);
    this.put(`</${tag}>`);
  }

  private node(node: Nodes): void {
    switch (node.type) {
      case "root":
        this.blocks(node.children);
        break;
      case "paragraph":
        this.element("p", node);
        break;
      case "heading":
        this.element(`h${Math.max(3, node.depth)}`, node);
        break;
      case "blockquote":
        this.element("blockquote", node);
        break;
      case "thematicBreak":
        this.put("<hr>");
        break;
      case "list":
        this.list(node);
        break;
      case "listItem":
        this.listItem(node, false);
        break;
      case "table":
        this.table(node);
        break;
      case "code":
        this.code(node);
        break;
      case "inlineCode":
        this.put(`<code>${escapeHtml(node.value)}</code>`);
        break;
      case "math":
      case "inlineMath":
        this.math(node);
        break;
      case "emphasis":
        this.element("em", node);
        break;
      case "strong":
        this.element("strong", node);
        break;
      case "delete":
        this.element("del", node);
        break;
      case "break":
        this.put("<br>");
        break;
      case "text":
        this.text(node);
        break;
      case "html":
        this.html(node.value);
        break;
      case "link":
        this.link(node.url, node);
        break;
      case "linkReference":
        this.link(this.options.definitions?.get(node.identifier)?.url ?? "", node);
        break;
      case "image":
        this.image(node.url, node.alt ?? "");
        break;
      case "imageReference":
        this.image(this.options.definitions?.get(node.identifier)?.url ?? "", node.alt ?? "");
        break;
      case "definition":
        break;
      default:
        // Node types of extensions that are switched off.
        throw new Error(`no HTML is known for the Markdown node "${node.type}"`);
    }
  }

  private text(node: Text): void {
    const parts = this.options.text?.(node);
    if (parts === undefined) this.put(escapeHtml(node.value));
    for (const part of parts ?? []) {
      if (typeof part === "string") this.put(escapeHtml(part));
      else this.putForeign(part);
    }
  }

  private html(value: string): void {
    this.put(isLineBreak(value) ? "<br>" : escapeHtml(withoutComments(value)));
  }

  private list(node: List): void {
    const tag = node.ordered ? "ol" : "ul";
    const start = node.ordered && node.start != null && node.start !== 1 ? ` start="${Math.trunc(node.start)}"` : "";
    const loose = node.spread || node.children.some((item) => item.spread);
    this.put(`<${tag}${start}>`);
    for (const item of node.children) this.listItem(item, loose);
    this.put(`</${tag}>`);
  }

  private listItem(item: ListItem, loose: boolean): void {
    this.put("<li>");
    if (typeof item.checked === "boolean") this.put(item.checked ? "☑ " : "☐ ");
    for (const child of item.children) {
      if (child.type === "paragraph" && !loose) this.blocks(child.children);
      else this.node(child);
    }
    this.put("</li>");
  }

  private table(node: Table): void {
    const [head, ...body] = node.children;
    this.put("<table>");
    if (head) {
      this.put("<thead>");
      this.row(head, "th", node.align ?? []);
      this.put("</thead>");
    }
    if (body.length > 0) {
      this.put("<tbody>");
      for (const row of body) this.row(row, "td", node.align ?? []);
      this.put("</tbody>");
    }
    this.put("</table>");
  }

  private row(row: TableRow, tag: "th" | "td", align: readonly AlignType[]): void {
    this.put("<tr>");
    row.children.forEach((cell, column) => {
      const side = align[column];
      this.element(tag, cell, side ? ` class="align-${side}"` : "");
    });
    this.put("</tr>");
  }

  private code(node: Code): void {
    const language = node.lang && /^[A-Za-z0-9+#-]{1,20}$/.test(node.lang) ? node.lang : null;
    // A scrollable block must be reachable by keyboard.
    this.put(`<pre tabindex="0"><code${language ? ` class="language-${language}"` : ""}>`);
    this.put(language ? this.highlighted(node, language) : escapeHtml(node.value));
    this.put("</code></pre>");
  }

  private highlighted(node: Code, language: string): string {
    const { untrusted, codeStopped } = this.options;
    if (untrusted && this.codeMsLeft <= 0) return escapeHtml(node.value);
    const begun = performance.now();
    const limitMs = untrusted ? Math.ceil(this.codeMsLeft) : longestBlockMs;
    // An author's colours must not depend on how busy the machine is: an unchanged question would be revised.
    const { html, isStopped } = highlightCode(node.value, language, limitMs, untrusted ? 1 : 5);
    this.codeMsLeft -= performance.now() - begun;
    if (isStopped) codeStopped?.(node);
    return html;
  }

  private math(node: Extract<Nodes, { type: "math" | "inlineMath" }>): void {
    const rendered = renderMath(node.value, node.type === "math");
    if (!rendered.ok) this.options.mathFailed?.(node, rendered.message);
    this.put(rendered.html);
  }

  private link(url: string, node: { readonly children: readonly Nodes[] }): void {
    const address = safeUrl(url);
    const rel = this.options.untrusted ? ' rel="nofollow noopener ugc"' : "";
    if (!address) this.blocks(node.children);
    else this.element("a", node, ` href="${escapeHtml(address)}"${rel}`);
  }

  private image(url: string, alt: string): void {
    const address = this.options.image?.(url) ?? null;
    // The alternative text is shown instead of an image that cannot be shown.
    if (address === null) this.put(escapeHtml(alt));
    else this.put(`<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}" loading="lazy">`);
  }
}
