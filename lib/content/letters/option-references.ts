import type { Nodes, Text } from "mdast";
import type { OptionReference } from "#lib/exam/question";
import type { Place } from "../problem.ts";
import { placeAt } from "../source.ts";
import { findLetters, type LetterMatch } from "./find-letters.ts";
import { type FlatText, flattenText } from "./flatten-text.ts";

/** A place where a text names options, with what an author needs to mend it. */
export interface LetterFinding {
  readonly match: LetterMatch;
  readonly place: Place;
  /** The letters as written, and as they should be: "A and C", "{A} and {C}". */
  readonly written: string;
  readonly wanted: string;
  readonly known: boolean;
  /** Offsets in the source of the letters, when they could be told. */
  readonly edits: readonly { readonly from: number; readonly to: number; readonly letter: string }[];
}

export interface OptionReferences {
  readonly findings: readonly LetterFinding[];
  /** Text nodes that hold references, cut into plain text and references. */
  readonly cut: ReadonlyMap<Text, readonly (string | OptionReference)[]>;
}

/**
 * Finds the option letters in `nodes` (of the file `source`) and resolves them to `optionIds`, the ids in the order of
 * the file. Code, formulas and addresses are never looked at.
 */
export function optionReferences(
  nodes: readonly Nodes[],
  source: string,
  optionIds: readonly string[],
): OptionReferences {
  const findings: LetterFinding[] = [];
  const cut = new Map<Text, (string | OptionReference)[]>();
  for (const flat of flattenText(nodes)) {
    const matches = findLetters(flat.text).filter((match) => !isEscaped(flat, match, source));
    if (matches.length === 0) continue;
    findings.push(...matches.map((match) => finding(flat, match, source, optionIds.length)));
    const spots = matches
      .filter((match) => match.by === "braces" || match.by === "prose")
      .flatMap((match) => spotsOf(flat, match, optionIds));
    for (const segment of flat.segments) {
      const within = spots.filter(
        (spot) => spot.start >= segment.start && spot.end <= segment.start + segment.node.value.length,
      );
      if (within.length > 0) cut.set(segment.node, cutText(segment.node.value, segment.start, within));
    }
  }
  return { findings, cut };
}

interface Spot {
  readonly start: number;
  readonly end: number;
  readonly reference: OptionReference;
}

/** One reference for the whole list where it can be sorted for the reader, otherwise one for each letter. */
function spotsOf(flat: FlatText, match: LetterMatch, optionIds: readonly string[]): readonly Spot[] {
  const idOf = (letter: string): string | undefined => optionIds[letter.charCodeAt(0) - 65];
  const ids = match.letters.map(({ letter }) => idOf(letter));
  if (ids.some((id) => id === undefined)) return [];
  const whole = segmentOf(flat, match.start) === segmentOf(flat, match.end - 1);
  const apart = match.letters.every(
    (letter, index) => index === 0 || letter.start >= (match.letters[index - 1]?.end ?? 0),
  );
  const bracesAround = match.letters.some(
    (letter) =>
      flat.text[letter.end] === "," && flat.text[match.start] === "{" && match.letters[0]?.start !== match.start,
  );
  if ((whole && !match.keepOrder) || !apart || bracesAround) {
    return [
      { start: match.start, end: match.end, reference: { optionIds: [...new Set(ids as string[])], join: match.join } },
    ];
  }
  return match.letters.map(({ letter, start, end }) => ({
    start,
    end,
    reference: { optionIds: [idOf(letter) ?? ""], join: match.join },
  }));
}

function cutText(value: string, offset: number, spots: readonly Spot[]): (string | OptionReference)[] {
  const parts: (string | OptionReference)[] = [];
  let done = 0;
  for (const spot of spots) {
    parts.push(value.slice(done, spot.start - offset), spot.reference);
    done = spot.end - offset;
  }
  parts.push(value.slice(done));
  return parts.filter((part) => part !== "");
}

function segmentOf(flat: FlatText, index: number): FlatText["segments"][number] | undefined {
  return flat.segments.findLast((segment) => segment.start <= index);
}

/** Places are worked out only when somebody asks: most findings are in order. */
function finding(flat: FlatText, match: LetterMatch, source: string, optionCount: number): LetterFinding {
  return {
    match,
    get place() {
      const from = sourceOffset(flat, match.start, source);
      const start = segmentOf(flat, match.start)?.node.position?.start ?? { line: 1, column: 1 };
      return from !== null ? placeAt(source, from) : { line: start.line, column: start.column };
    },
    get written() {
      return flat.text.slice(match.start, match.end);
    },
    get wanted() {
      return wantedFor(match);
    },
    known: match.letters.every(({ letter }) => letter.charCodeAt(0) - 65 < optionCount),
    get edits() {
      return match.letters.flatMap(({ letter, start, end }) => {
        const at = sourceOffset(flat, start, source);
        return at === null ? [] : [{ from: at, to: at + end - start, letter }];
      });
    },
  };
}

function wantedFor(match: LetterMatch): string {
  const names = match.letters.map(({ letter }) => `{${letter}}`);
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} ${match.join} ${last}`;
}

/** Where index `index` of the flat text stands in the source; null where escapes make the two differ. */
function sourceOffset(flat: FlatText, index: number, source: string): number | null {
  const segment = segmentOf(flat, index);
  const position = segment?.node.position;
  if (!segment || position?.start.offset === undefined) return null;
  const raw = source.slice(position.start.offset, position.end.offset);
  const inside = index - segment.start;
  const ahead = segment.node.value.slice(0, inside + 1);
  if (raw.startsWith(ahead)) return position.start.offset + inside;
  // Continuation lines lose their indentation: look at the line alone.
  const line = ahead.split("\n").length - 1;
  const column = inside - (ahead.lastIndexOf("\n") + 1);
  const rawLines = raw.split("\n");
  const rawLine = rawLines[line] ?? "";
  const indent = rawLine.length - rawLine.replace(/^[\s>]*/, "").length;
  if (rawLine.slice(indent, indent + column + 1) !== ahead.slice(ahead.lastIndexOf("\n") + 1)) return null;
  return position.start.offset + rawLines.slice(0, line).join("\n").length + (line > 0 ? 1 : 0) + indent + column;
}

/** `\{B}` in the source is a B in braces and no reference. */
function isEscaped(flat: FlatText, match: LetterMatch, source: string): boolean {
  const segment = segmentOf(flat, match.start);
  const position = segment?.node.position;
  if (!segment || position?.start.offset === undefined || flat.text[match.start] !== "{") return false;
  const raw = source.slice(position.start.offset, position.end.offset);
  if (!raw.includes("\\{")) return false;
  const index = segment.node.value.slice(0, match.start - segment.start).split("{").length - 1;
  return [...raw.matchAll(/(\\?)\{/g)][index]?.[1] === "\\";
}
