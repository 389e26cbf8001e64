import type { Nodes } from "mdast";

/** The Markdown of `nodes` as written in `source`, without the indentation and quote signs of what they are in. */
export function sourceText(nodes: readonly Nodes[], source: string): string {
  const first = nodes[0]?.position;
  const last = nodes.at(-1)?.position;
  if (first?.start.offset === undefined || last?.end.offset === undefined) return "";
  return outdent(source.slice(first.start.offset, last.end.offset), first.start.column - 1);
}

/** `text`, whose first line began at column `indent`, with the later lines moved left as far. */
export function outdent(text: string, indent: number): string {
  if (!text.includes("\n")) return text.trimEnd();
  const [head = "", ...rest] = text.split("\n");
  const margin = new RegExp(`^[ \\t>]{0,${indent}}`);
  return [head, ...rest.map((line) => line.replace(margin, ""))].join("\n").trimEnd();
}
