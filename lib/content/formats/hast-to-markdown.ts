import type { Element, ElementContent, Nodes } from "hast";
import { escapeInline, escapeMarkdown } from "./escape-markdown.ts";
import { trimLineEnds } from "./tidy-lines.ts";

export interface Converted {
  readonly markdown: string;
  readonly notes: readonly string[];
}

interface Context {
  readonly lost: Set<string>;
  /** Markdown for an element that only the caller knows (an interaction, an embedded file); undefined to go on. */
  readonly special: (element: Element) => string | undefined;
}

/** Deepest nesting of elements that is converted; real questions stay under ten. */
export const maxDepth = 100;

const blocks = new Set(
  "address article aside blockquote body center details div dd dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const plain = new Set(
  "html head body div section article span font p tbody thead tfoot main header footer figure center u small big label nobr wbr address dl dt dd cite abbr colgroup col ins figcaption contentBody".split(
    " ",
  ),
);

/** Markdown of HTML nodes; elements that Markdown cannot say become their text and are named in `notes`. */
export function hastToMarkdown(nodes: readonly Nodes[], special: Context["special"] = () => undefined): Converted {
  const context: Context = { lost: new Set(), special };
  const markdown = trimLineEnds(flow(nodes as readonly ElementContent[], context, 0));
  return { markdown, notes: [...context.lost].map((name) => `<${name}> became its text`) };
}

function tooDeep(context: Context): string {
  context.lost.add(`elements deeper than ${maxDepth}`);
  return "";
}

/** Blocks separated by blank lines; runs of inline content become paragraphs. */
function flow(nodes: readonly ElementContent[], context: Context, depth: number): string {
  if (depth > maxDepth) return tooDeep(context);
  const parts: string[] = [];
  let run: ElementContent[] = [];
  const endRun = () => {
    const text = paragraph(run, context, depth);
    if (text !== "") parts.push(text);
    run = [];
  };
  for (const node of nodes) {
    if (node.type === "element" && isBlock(node)) {
      endRun();
      const text = block(node, context, depth + 1);
      if (text.trim() !== "") parts.push(text);
    } else run.push(node);
  }
  endRun();
  return parts.join("\n\n");
}

function isBlock(node: Element): boolean {
  if (
    blocks.has(node.tagName) ||
    /^(?:choice|order|match)Interaction$|^(?:contentBody|rubricBlock|feedbackBlock)$/.test(node.tagName)
  )
    return true;
  return (
    (plain.has(node.tagName) || node.tagName === "span") &&
    node.children.some((child) => child.type === "element" && isBlock(child))
  );
}

function paragraph(nodes: readonly ElementContent[], context: Context, depth: number): string {
  const lines = inline(nodes, context, depth)
    .trim()
    .split("\n")
    .map((line) => guardLineStart(line.trim()))
    .filter((line) => line !== "");
  // A line break at the end of a paragraph breaks nothing.
  while (lines.at(-1) === "\\") lines.pop();
  const last = lines.pop() ?? "";
  return [...lines, last.endsWith("\\") && !last.endsWith("\\\\") ? last.slice(0, -1).trimEnd() : last].join("\n");
}

/** Text was escaped inline; at the start of a line more would be markup. */
function guardLineStart(line: string): string {
  return line
    .replace(/^(#{1,6}|[>+*-]|=+)(?=\s|$)/, "\\$1")
    .replace(/^>/, "\\>")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^-{2,}\s*$/, "\\$&")
    .replace(/^\|/, "\\|");
}

function block(node: Element, context: Context, depth: number): string {
  const special = context.special(node);
  if (special !== undefined) return special;
  const children = node.children;
  switch (node.tagName) {
    case "hr":
      return "---";
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6": {
      const text = paragraph(children, context, depth);
      return text === "" ? "" : `**${text.replace(/^\*\*|\*\*$/g, "").replace(/\\?\n/g, " ")}**`;
    }
    case "pre":
      return codeBlock(node);
    case "blockquote":
      return prefixLines(flow(children, context, depth), "> ");
    case "ul":
      return list(children, context, depth, () => "- ");
    case "ol": {
      const start = Number(node.properties.start ?? 1) || 1;
      return list(children, context, depth, (index) => `${start + index}. `);
    }
    case "table":
      return table(node, context, depth);
    default:
      if (!plain.has(node.tagName) && !["li", "td", "th", "tr"].includes(node.tagName)) context.lost.add(node.tagName);
      return flow(children, context, depth);
  }
}

function list(
  children: readonly ElementContent[],
  context: Context,
  depth: number,
  bullet: (index: number) => string,
): string {
  const items = children.filter((child): child is Element => child.type === "element");
  const texts = items.map((item, index) => {
    const mark = bullet(index);
    const body = flow(item.tagName === "li" ? item.children : [item], context, depth + 1);
    const hasParagraphs = item.children.some((child) => child.type === "element" && child.tagName === "p");
    return mark + indentRest(hasParagraphs ? body : body.replace(/\n\n(?=- |\d+\. )/g, "\n"), " ".repeat(mark.length));
  });
  const isLoose = items.some((item) =>
    item.children.some((child) => child.type === "element" && child.tagName === "p"),
  );
  return texts.join(isLoose ? "\n\n" : "\n");
}

function table(node: Element, context: Context, depth: number): string {
  const cells = descendants(node, "tr").map((row) =>
    row.children.filter(
      (child): child is Element => child.type === "element" && (child.tagName === "td" || child.tagName === "th"),
    ),
  );
  const rows = cells.map((row) =>
    row.map((cell) =>
      flow(cell.children, context, depth + 1)
        .replace(/\\?\n+/g, " ")
        .replace(/(?<!\\)\|/g, "\\|"),
    ),
  );
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return "";
  const line = (texts: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, index) => texts[index] ?? "").join(" | ")} |`;
  const rules = Array.from({ length: columns }, (_, index) => ruleOf(cells[0]?.[index]));
  const [head = [], ...body] = rows;
  return [line(head), line(rules), ...body.map(line)].join("\n");
}

/** The line under the head of a column, which says how it is aligned. */
function ruleOf(cell: Element | undefined): string {
  const stated = /left|right|center/.exec(`${cell?.properties.align ?? ""} ${cell?.properties.style ?? ""}`)?.[0] ?? "";
  return { left: ":--", right: "--:", center: ":-:" }[stated] ?? "---";
}

function descendants(node: Element, name: string): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return child.tagName === name ? [child] : child.tagName === "table" ? [] : descendants(child, name);
  });
}

function codeBlock(node: Element): string {
  const code = node.children.find((child): child is Element => child.type === "element" && child.tagName === "code");
  const language = languageOf(code ?? node);
  const text = textOf(node).replace(/^\n/, "").replace(/\n$/, "");
  if (language === "math") return `$$\n${text}\n$$`;
  const fence = longestRun(text, 3);
  return `${fence}${language}\n${text}\n${fence}`;
}

function languageOf(node: Element): string {
  const classes = Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];
  return classes.find((name) => name.startsWith("language-"))?.slice("language-".length) ?? "";
}

function inline(nodes: readonly ElementContent[], context: Context, depth: number): string {
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
      return link(node, text());
    case "img":
      return image(node);
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

/** MathML that brings its LaTeX along is that; any other becomes its signs in a row. */
function mathMl(node: Element, context: Context): string {
  const annotation = annotationOf(node);
  if (annotation !== null)
    return `$${annotation
      .replace(/^(?:\$+|\\[([])|(?:\$+|\\[)\]])$/g, "")
      .replace(/\s+/g, " ")
      .trim()}$`;
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

function link(node: Element, text: string): string {
  const url = String(node.properties.href ?? "").trim();
  if (!/^(https?:|mailto:)/i.test(url)) return text;
  const address = url.replace(/[\s<>]/g, encodeURIComponent).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));
  return text.trim() === "" || text === url ? `<${address}>` : `[${text.trim()}](${address})`;
}

function image(node: Element): string {
  const source = String(node.properties.src ?? "")
    .trim()
    .replace(/\s/g, "%20")
    .replace(/\(/g, "%28")
    .replace(/\)/g, "%29");
  const alt = String(node.properties.alt ?? node.properties.title ?? "")
    .replace(/\s+/g, " ")
    .replace(/[[\]]/g, "\\$&");
  return source === "" ? escapeMarkdown(alt) : `![${alt}](${source})`;
}

/** All text below `node`, as it is. */
export function textOf(node: Nodes, depth = 0): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && node.tagName === "br") return "\n";
  return "children" in node && depth < 1000 ? node.children.map((child) => textOf(child, depth + 1)).join("") : "";
}

function longestRun(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  return "`".repeat(Math.max(least, longest + 1));
}

function prefixLines(text: string, prefix: string): string {
  return text
    .split("\n")
    .map((line) => (prefix + line).trimEnd())
    .join("\n");
}

export function indentRest(text: string, indent: string): string {
  return text
    .split("\n")
    .map((line, index) => (index === 0 || line === "" ? line : indent + line))
    .join("\n");
}
