import type { Nodes } from "mdast";
import { isLineBreak, withoutComments } from "./raw-html.ts";

/** What a screen reader would say of `nodes`: text, code, formulas in LaTeX, alternative texts. */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes.map(textOf).join(" ").replace(/\s+/g, " ").trim();
}

function textOf(node: Nodes): string {
  if (node.type === "html") return isLineBreak(node.value) ? " " : withoutComments(node.value);
  if (node.type === "definition") return "";
  if (node.type === "break") return " ";
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if ("value" in node) return node.value;
  if (!("children" in node)) return "";
  return (node.children as Nodes[]).map(textOf).join(holdsBlocks(node) ? " " : "");
}

function holdsBlocks(node: Nodes): boolean {
  return ["root", "list", "listItem", "blockquote", "table", "tableRow"].includes(node.type);
}
