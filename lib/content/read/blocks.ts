import type { List, ListItem, Nodes } from "mdast";

/** Comments and link definitions show nothing and may stand anywhere. */
export function isSilent(node: Nodes): boolean {
  return node.type === "definition" || (node.type === "html" && /^\s*(?:<!--[\s\S]*?-->\s*)+$/.test(node.value));
}

export function isTaskList(node: Nodes): node is List {
  return node.type === "list" && node.children.some((item) => typeof item.checked === "boolean" || isBrokenBox(item));
}

/** `[]`, `[ x]`, `[x]text`, `[*]`, or a box with nothing after it: meant as a checkbox, read as text. */
export function isBrokenBox(item: ListItem): boolean {
  const first = item.children[0];
  if (typeof item.checked === "boolean" || first?.type !== "paragraph") return false;
  const text = first.children[0];
  return text?.type === "text" && /^(?:\[(?:\s{0,3}|\s?[xX✓✔✅☑√*+-]\s?)\](?!\()|\((?:\s|[xX])\)\s)/.test(text.value);
}
