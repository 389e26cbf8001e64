import type { Nodes, RootContent, Text } from "mdast";
import { singleSpaced } from "#lib/markdown/single-spaced";
import type { ReadOption } from "./read-question.ts";

/** Double brackets in a text, with what is between them. It is a blank when that holds a bar. */
const brackets = /\[\[((?:(?!\[\[|\]\](?!\]))[\s\S])*)\]\]/g;

export interface Blanks {
  /** The options of each blank, in the order of the file: the first is the key. */
  readonly blanks: readonly (readonly ReadOption[])[];
  /** What each text that holds blanks becomes: its words, and the indices of its blanks between them. */
  readonly cut: ReadonlyMap<Text, readonly (string | number)[]>;
}

/** The blanks `[[right option | wrong option]]` in the words of `blocks`; code and formulas hold none. */
export function blanksIn(blocks: readonly Nodes[]): Blanks {
  const blanks: (readonly ReadOption[])[] = [];
  const cut = new Map<Text, readonly (string | number)[]>();
  for (const node of blocks.flatMap(textsIn)) {
    const parts = splitAtBlanks(node.value);
    if (parts.length === 1) continue;
    const pieces = parts.map((part) => (typeof part === "string" ? part : blanks.push(optionsOf(part, node)) - 1));
    cut.set(
      node,
      pieces.filter((piece) => piece !== ""),
    );
  }
  return { blanks, cut };
}

/** Words, and between them the texts of the options of each blank. */
export function splitAtBlanks(text: string): readonly (string | readonly string[])[] {
  const parts: (string | readonly string[])[] = [];
  let end = 0;
  for (const { 0: whole, 1: inside = "", index } of text.matchAll(brackets)) {
    if (!inside.includes("|")) continue;
    parts.push(text.slice(end, index), inside.split("|").map(singleSpaced));
    end = index + whole.length;
  }
  return [...parts, text.slice(end)];
}

export function holdsBlank(block: RootContent): boolean {
  return textsIn(block).some(({ value }) => splitAtBlanks(value).length > 1);
}

/** `node` with a line in place of each blank. */
export function lined<T extends Nodes>(node: T): T {
  if (node.type === "text") return { ...node, value: withoutBlanks(node.value) };
  return "children" in node ? { ...node, children: node.children.map(lined) } : node;
}

/** The words of a text with a line in place of each blank. */
export function withoutBlanks(text: string): string {
  return splitAtBlanks(text)
    .map((part) => (typeof part === "string" ? part : "____"))
    .join("");
}

export function textsIn(node: Nodes): readonly Text[] {
  if (node.type === "text") return [node];
  return "children" in node ? node.children.flatMap(textsIn) : [];
}

function optionsOf(texts: readonly string[], node: Text): readonly ReadOption[] {
  return texts.map((text, index) => {
    const body = [{ type: "text" as const, value: text }];
    return { node, body, note: [], text, source: text, correct: index === 0 };
  });
}
