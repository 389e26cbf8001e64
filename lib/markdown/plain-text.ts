import type { Nodes } from "mdast";
import { isLineBreak, withoutComments } from "./raw-html.ts";
import { singleSpaced } from "./single-spaced.ts";

/** What a screen reader would read from `nodes`: text, code, formulas in LaTeX, alternative texts. */
export function plainText(nodes: readonly Nodes[]): string {
  const pieces: string[] = [];
  for (const node of nodes) put(node, pieces);
  return singleSpaced(pieces.join(""));
}

function put(node: Nodes, pieces: string[]): void {
  if ("children" in node) {
    for (const child of node.children) put(child, pieces);
    if (isBlock(node)) pieces.push(" ");
  } else pieces.push(textOf(node));
}

function textOf(node: Exclude<Nodes, { children: unknown }>): string {
  switch (node.type) {
    case "html":
      return isLineBreak(node.value) ? " " : withoutComments(node.value);
    case "break":
      return " ";
    case "image":
    case "imageReference":
      return node.alt ?? "";
    case "code":
    case "math":
      return `${node.value} `;
    default:
      return "value" in node ? node.value : "";
  }
}

function isBlock({ type }: Nodes): boolean {
  return type === "paragraph" || type === "heading" || type === "tableCell" || type === "listItem";
}
