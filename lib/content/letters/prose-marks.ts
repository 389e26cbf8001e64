import type { Nodes, Text } from "mdast";

const marks = new WeakMap<Text, readonly number[]>();
const mark = /(?<![\w:\\])\\([A-Z])(?![A-Za-z])/g;

/**
 * Takes the backslash from every letter that an author has marked as prose (`\A`), in the texts under `root`, and keeps
 * in mind which letters they were. Code, formulas and paths (`C:\A`) are left as they are.
 */
export function takeProseMarks(root: Nodes, source: string): void {
  if (!/\\[A-Z]/.test(source)) return;
  if (root.type === "text") take(root, source);
  else if ("children" in root) for (const child of root.children) takeProseMarks(child, source);
}

function take(node: Text, source: string): void {
  const raw = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  // A backslash that is itself escaped is a backslash.
  if (!raw.includes("\\") || /\\\\[A-Z]/.test(raw)) return;
  const found: number[] = [];
  node.value = node.value.replace(mark, (_, letter: string, index: number) => {
    found.push(index - found.length);
    return letter;
  });
  if (found.length > 0) marks.set(node, found);
}

/** Where in the value of `node` letters stand that an author has marked as prose. */
export function proseMarks(node: Text): readonly number[] {
  return marks.get(node) ?? [];
}

/** The same in Markdown that goes elsewhere: `\A` is written A. */
export function withoutProseMarks(markdown: string): string {
  return markdown.includes("\\") ? markdown.replace(mark, "$1") : markdown;
}
