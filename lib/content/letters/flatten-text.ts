import type { Nodes, Text } from "mdast";

/** The text nodes of one block laid end to end, so that a phrase is found whatever its emphasis. */
export interface FlatText {
  readonly text: string;
  readonly segments: readonly { readonly node: Text; readonly start: number }[];
}

/** Stands where code, a formula, an image or an address is: nothing may match across or inside it. */
const opaque = "\uFFFC";

/** One flat text for each block (paragraph, heading, table cell) in `nodes`. */
export function flattenText(nodes: readonly Nodes[]): readonly FlatText[] {
  const flats: FlatText[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell")
      flats.push(flattenBlock(node));
    else if ("children" in node) for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
  return flats;
}

function flattenBlock(block: Nodes): FlatText {
  let text = "";
  const segments: { node: Text; start: number }[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "text") {
      segments.push({ node, start: text.length });
      text += node.value;
    } else if (node.type === "break") text += "\n";
    else if ("children" in node && !isAddress(node)) for (const child of node.children) visit(child);
    else text += opaque;
  };
  visit(block);
  return { text, segments };
}

/** A link whose text is the address itself. */
function isAddress(node: Nodes): boolean {
  if (node.type !== "link") return false;
  const only = node.children.length === 1 ? node.children[0] : undefined;
  return (
    only?.type === "text" &&
    (only.value === node.url || `http://${only.value}` === node.url || `mailto:${only.value}` === node.url)
  );
}
