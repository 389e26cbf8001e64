import type { Text } from "mdast";
import { lastStartingBy } from "./flatten-text.ts";

/** A line of a text node: where it begins in the node's value and in the source, and where its characters come after that. */
interface SourceLine {
  readonly start: number;
  readonly from: number;
  /** Ends where an entity makes the two differ. */
  readonly offsets: readonly number[] | "same";
}

const known = new WeakMap<Text, readonly SourceLine[]>();

/**
 * Where the character at `index` of the value of `node` is in `source`; null where an entity before it in its line
 * makes the two differ.
 */
export function sourceOffset(node: Text, index: number, source: string): number | null {
  const lines = known.get(node) ?? sourceLines(node, source);
  known.set(node, lines);
  const line = lastStartingBy(lines, index);
  if (!line) return null;
  const offset = line.offsets === "same" ? index - line.start : line.offsets[index - line.start];
  return offset === undefined ? null : line.from + offset;
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
    const found = { start, from: from + margin, offsets: offsetsOf(line, raw.slice(margin)) };
    start += line.length + 1;
    from += raw.length + 1;
    return found;
  });
}

/** An escaped character comes after its backslash. */
function offsetsOf(line: string, raw: string): SourceLine["offsets"] {
  if (raw.startsWith(line)) return "same";
  const offsets: number[] = [];
  let at = 0;
  for (const character of line.split("")) {
    if (raw[at] === "\\" && character !== "\\" && raw[at + 1] === character) at += 1;
    if (raw[at] !== character) break;
    offsets.push(at);
    at += 1;
  }
  return offsets;
}
