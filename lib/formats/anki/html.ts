import type { Nodes } from "hast";
import { htmlToHast } from "satteri";
import { hastToMarkdown } from "../markup/hast-to-markdown.ts";

/** What is at the top of the HTML of a field; nothing when it is too much to be a card. */
export function topNodes(html: string): Nodes[] {
  if (html.length > 256 * 1024 || (html.match(/</g)?.length ?? 0) > 20_000) return [];
  const find = (node: Nodes): Nodes[] => {
    if (!("children" in node)) return [];
    const body = node.children.find((child) => child.type === "element" && /^(html|body)$/.test(child.tagName));
    return body === undefined ? (node.children as Nodes[]) : find(body);
  };
  return find(htmlToHast(html) as Nodes);
}

/** Nodes as Markdown; what it cannot say goes to `notes`. */
export function say(nodes: readonly Nodes[], notes: string[]): string {
  const converted = hastToMarkdown(nodes);
  notes.push(...converted.notes);
  return converted.markdown;
}
