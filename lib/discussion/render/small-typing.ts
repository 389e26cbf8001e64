import type { Nodes, Text } from "mdast";

/** Not those that are words: a, e, i, o, u, y. */
const small = /(?<![\p{L}\p{N}'’./-])[bcdfgh](?![\p{L}\p{N}'’/-]|\.\p{L})/gu;

/**
 * Makes each small letter that stands alone and has an option a capital ("i think b"), in the texts under `root`: commenters
 * type so, authors do not. Returns the texts as they were.
 */
export function raiseLetters(root: Nodes, optionCount: number): ReadonlyMap<Text, string> {
  const typed = new Map<Text, string>();
  const raise = (node: Nodes): void => {
    if ("children" in node) for (const child of node.children) raise(child);
    if (node.type !== "text") return;
    const raised = raisedSource(node.value, optionCount);
    if (raised !== node.value) typed.set(node, node.value);
    node.value = raised;
  };
  raise(root);
  return typed;
}

/** The same for the source of such texts: every character stays where it is. */
export function raisedSource(source: string, optionCount: number): string {
  return source.replace(small, (letter) => (letter.charCodeAt(0) - 97 < optionCount ? letter.toUpperCase() : letter));
}

/** The parts of a text as they were `typed`. */
export function asTyped<T extends { readonly written: string }>(
  parts: readonly (string | T)[],
  typed: string | undefined,
): readonly (string | T)[] {
  if (typed === undefined) return parts;
  let at = 0;
  return parts.map((part) => {
    const from = at;
    at += typeof part === "string" ? part.length : part.written.length;
    const written = typed.slice(from, at);
    return typeof part === "string" ? written : { ...part, written };
  });
}
