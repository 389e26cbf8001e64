import type { Text } from "mdast";
import { lastStartingBy } from "./flatten-text.ts";

/** A line of a text node: where it begins in the node's value and in the source, and how far the two are the same. */
interface SourceLine {
  readonly start: number;
  readonly from: number;
  readonly same: number;
}

const known = new WeakMap<Text, readonly SourceLine[]>();

/**
 * Where the character at `index` of the value of `node` stands in `source`; null where escapes or entities before it in
 * its line make the two differ.
 */
export function sourceOffset(node: Text, index: number, source: string): number | null {
  const lines = known.get(node) ?? sourceLines(node, source);
  known.set(node, lines);
  const line = lastStartingBy(lines, index);
  return line && index - line.start < line.same ? line.from + index - line.start : null;
}

/** Continuation lines lose their indentation and quote signs in the value. */
function sourceLines(node: Text, source: string): readonly SourceLine[] {
  const position = node.position;
  if (position?.start.offset === undefined || position.end.offset === undefined) return [];
  const written = source.slice(position.start.offset, position.end.offset).split("\n");
  let start = 0;
  let from = position.start.offset;
  return node.value.split("\n").map((line, index) => {
    const raw = written[index] ?? "";
    const margin = index === 0 ? 0 : raw.length - raw.replace(/^[\s>]*/, "").length;
    const found = { start, from: from + margin, same: sameLength(line, raw.slice(margin)) };
    start += line.length + 1;
    from += raw.length + 1;
    return found;
  });
}

function sameLength(a: string, b: string): number {
  if (b.startsWith(a)) return a.length;
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
