import type { Element, ElementContent, Nodes } from "hast";
import { indentRest } from "#lib/markdown/indent-rest";
import { type Context, inline, languageOf, longestRun, maxDepth, plain, textOf, tooDeep } from "./hast-inline.ts";
import { trimLineEnds } from "./tidy-lines.ts";

export interface Converted {
  readonly markdown: string;
  readonly notes: readonly string[];
}

const blocks = new Set(
  "address article aside blockquote body center details div dd dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** Markdown of HTML nodes; elements that Markdown cannot say become their text and are named in `notes`. */
export function hastToMarkdown(nodes: readonly Nodes[], special: Context["special"] = () => undefined): Converted {
  const context: Context = { lost: new Set(), reported: new Set(), special };
  const markdown = trimLineEnds(flow(nodes as readonly ElementContent[], context, 0));
  return {
    markdown,
    notes: [...[...context.lost].map((name) => `<${name}> was replaced by its text`), ...context.reported],
  };
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
  const captions = descendants(node, "caption").map((caption) => flow(caption.children, context, depth + 1));
  return [...captions, grid(node, context, depth)].filter((text) => text !== "").join("\n\n");
}

function grid(node: Element, context: Context, depth: number): string {
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

function prefixLines(text: string, prefix: string): string {
  return text
    .split("\n")
    .map((line) => (prefix + line).trimEnd())
    .join("\n");
}
