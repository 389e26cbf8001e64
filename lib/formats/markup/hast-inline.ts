import type { Element, ElementContent, Nodes } from "hast";
import { escapeInline, escapeMarkdown } from "./escape-markdown.ts";
import { mathMlToLatex } from "./mathml-to-latex.ts";

export interface Context {
  /** Names of elements that became their text. */
  readonly lost: Set<string>;
  /** What else could not be said, in words. */
  readonly reported: Set<string>;
  /** Markdown for an element that only the caller knows (an interaction, an embedded file); undefined to go on. */
  readonly special: (element: Element) => string | undefined;
}

/** Deepest nesting of elements that is converted; real questions stay under ten. */
export const maxDepth = 100;

/** Elements that say nothing which Markdown does not. */
export const plain = new Set(
  "html head body div section article span font p tbody thead tfoot main header footer figure center small big label nobr wbr address dl dt dd cite abbr colgroup col ins figcaption contentBody".split(
    " ",
  ),
);

export function tooDeep(context: Context): string {
  context.lost.add(`elements deeper than ${maxDepth}`);
  return "";
}

/** The language that a class of code states, or nothing. */
export function languageOf(node: Element): string {
  const classes = Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];
  return classes.find((name) => name.startsWith("language-"))?.slice("language-".length) ?? "";
}

/** Inline nodes as Markdown. */
export function inline(nodes: readonly ElementContent[], context: Context, depth: number): string {
  if (depth > maxDepth) return tooDeep(context);
  return nodes.map((node) => inlineNode(node, context, depth + 1)).join("");
}

function inlineNode(node: ElementContent, context: Context, depth: number): string {
  if (node.type === "text") return withMath(node.value);
  if (node.type !== "element") return "";
  const special = context.special(node);
  if (special !== undefined) return special;
  const text = () => inline(node.children, context, depth);
  switch (node.tagName) {
    case "br":
      return "\\\n";
    case "b":
    case "strong":
      return emphasised(text(), "**");
    case "i":
    case "em":
      return emphasised(text(), "*");
    case "s":
    case "del":
    case "strike":
      return emphasised(text(), "~~");
    case "code":
    case "tt":
    case "kbd":
    case "samp":
      return inlineCode(node);
    case "sub":
    case "sup":
      return script(node, context);
    case "a":
      return link(node, text(), context);
    case "object":
      if (isPicture(node)) return picture(node, textOf(node));
      context.lost.add("object");
      return text();
    case "img":
      return equation(node) ?? image(node);
    case "math":
      return mathMl(node, context);
    case "q":
      return `“${text()}”`;
    case "script":
    case "style":
      context.lost.add(node.tagName);
      return "";
    default: {
      const reference = /^option-([A-Z])$/.exec(String((node.properties.className as string[] | undefined)?.[0] ?? ""));
      if (reference !== null) return `{${reference[1]}}`;
      if (!plain.has(node.tagName)) context.lost.add(node.tagName);
      return text();
    }
  }
}

/** Collapses white space as HTML does, but keeps one line end: it is one in Markdown too; `\(x\)` and `$$x$$`, the maths of Moodle and Anki, become ours. */
function withMath(value: string): string {
  const parts = value.split(/(\\\([\s\S]{1,2000}?\\\)|\\\[[\s\S]{1,2000}?\\\]|\$\$[\s\S]+?\$\$)/);
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return escapeInline(part.replace(/[ \t\r\f]+/g, " ").replace(/ ?\n[ \n]*/g, "\n"));
      const body = part.slice(2, -2).trim();
      return part.startsWith("\\(") ? `$${body}$` : `\n$$\n${body}\n$$\n`;
    })
    .join("");
}

function emphasised(text: string, mark: string): string {
  const body = text.trim();
  if (body === "") return text;
  const start = text.indexOf(body);
  return `${text.slice(0, start)}${mark}${body}${mark}${text.slice(start + body.length)}`;
}

function inlineCode(node: Element): string {
  const text = textOf(node).replace(/\s*\n\s*/g, " ");
  if (text === "") return "";
  if (languageOf(node) === "math") return `$${text}$`;
  const ticks = longestRun(text, 1);
  const pad = text.startsWith("`") || text.endsWith("`") || (/^ .* $/.test(text) && text.trim() !== "") ? " " : "";
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

/** MathML that brings its LaTeX along is that; any other is written as LaTeX, or becomes its signs in a row. */
function mathMl(node: Element, context: Context): string {
  const written =
    annotationOf(node)
      ?.replace(/^(?:\$+|\\[([])|(?:\$+|\\[)\]])$/g, "")
      .replace(/\s+/g, " ")
      .trim() ?? mathMlToLatex(node);
  if (written !== null && written !== "") return `$${written}$`;
  context.lost.add("math");
  return escapeInline(textOf(node).replace(/\s+/g, " ").trim());
}

function annotationOf(node: Element): string | null {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const isTex = child.tagName === "annotation" && /tex/i.test(String(child.properties.encoding ?? ""));
    const found = isTex ? textOf(child).trim() : annotationOf(child);
    if (found) return found;
  }
  return null;
}

/** Markdown has no small letters; maths has. */
function script(node: Element, context: Context): string {
  const text = textOf(node).trim();
  if (/^[\w+\-−., ]+$/.test(text))
    return `$${node.tagName === "sub" ? "_" : "^"}{${/[a-z]{2}/i.test(text) ? `\\text{${text}}` : text}}$`;
  context.lost.add(node.tagName);
  return inline(node.children, context, 0);
}

function link(node: Element, text: string, context: Context): string {
  const url = String(node.properties.href ?? "").trim();
  if (!/^(https?:|mailto:)/i.test(url)) {
    const leads = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url) ? "does not lead to a web page" : "points into the source";
    if (url !== "") context.reported.add(`the link to ${url.slice(0, 200)} ${leads}; its text was kept`);
    return text;
  }
  const address = url.replace(/[\s<>]/g, encodeURIComponent).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));
  return text.trim() === "" || text === url ? `<${address}>` : `[${text.trim()}](${address})`;
}

/** Canvas shows a formula as an image that brings its LaTeX along. */
function equation({ properties }: Element): string | null {
  if (!Array.isArray(properties.className) || !properties.className.includes("equation_image")) return null;
  const alt = String(properties.alt ?? "").replace(/^LaTeX:\s*/, "");
  const tex = String(properties.dataEquationContent ?? properties.title ?? alt)
    .replace(/\s+/g, " ")
    .trim();
  return tex === "" ? null : `$${tex}$`;
}

function image(node: Element): string {
  return picture(node, String(node.properties.alt ?? node.properties.title ?? ""));
}

/** QTI shows pictures as objects, with a text inside for readers who cannot see them. */
function isPicture(node: Element): boolean {
  const { type, data } = node.properties;
  return /^image\//i.test(String(type ?? "")) || /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(String(data ?? ""));
}

function picture(node: Element, description: string): string {
  const source = String(node.properties.src ?? node.properties.data ?? "")
    .trim()
    .replace(/\s/g, "%20")
    .replace(/\(/g, "%28")
    .replace(/\)/g, "%29");
  const alt = description.replace(/\s+/g, " ").trim().replace(/[[\]]/g, "\\$&");
  return source === "" ? escapeMarkdown(alt) : `![${alt}](${source})`;
}

/** All text below `node`, as it is. */
export function textOf(node: Nodes, depth = 0): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && node.tagName === "br") return "\n";
  return "children" in node && depth < 1000 ? node.children.map((child) => textOf(child, depth + 1)).join("") : "";
}

/** A run of backticks longer than any in `text`. */
export function longestRun(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  return "`".repeat(Math.max(least, longest + 1));
}
