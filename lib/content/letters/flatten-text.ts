import type { InlineCode, Nodes, Table, Text } from "mdast";
import { proseMarks } from "./prose-marks.ts";

/** The text nodes of one block laid end to end, so that a phrase is found whatever its emphasis. */
export interface FlatText {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Code that is a single capital, and where it stands. */
  readonly coded: readonly { readonly node: InlineCode; readonly at: number }[];
  /** The head of the column, for a cell under it. */
  readonly column: string | null;
}

export interface Segment {
  readonly node: Text;
  /** Where the node's text begins in the flat text. */
  readonly start: number;
}

/** Stands where code, a formula, an image or an address is: nothing may match across or inside it. */
const opaque = "\uFFFC";

/** One flat text for each block (paragraph, heading, table cell) in `nodes`. */
export function flattenText(nodes: readonly Nodes[]): readonly FlatText[] {
  const flats: FlatText[] = [];
  for (const node of nodes) addBlocks(node, flats);
  return flats;
}

function addBlocks(node: Nodes, flats: FlatText[]): void {
  if (node.type === "table") flats.push(...flattenTable(node));
  else if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell")
    flats.push(flattenBlock(node, null));
  else if ("children" in node) for (const child of node.children) addBlocks(child, flats);
}

function flattenTable({ children: rows }: Table): FlatText[] {
  const heads = rows[0]?.children.map((cell) => flattenBlock(cell, null)) ?? [];
  const cells = rows
    .slice(1)
    .flatMap((row) => row.children.map((cell, column) => flattenBlock(cell, heads[column]?.text ?? null)));
  return [...heads, ...cells];
}

/** The segment that holds the character at `index` of the flat text. */
export function segmentAt(flat: FlatText, index: number): Segment | undefined {
  return lastStartingBy(flat.segments, index);
}

/** Of things in the order of their starts the last that starts at `index` or before, by halving. */
export function lastStartingBy<T extends { readonly start: number }>(
  things: readonly T[],
  index: number,
): T | undefined {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle]?.start ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return things[low - 1];
}

function flattenBlock(block: Nodes, column: string | null): FlatText {
  const flat = { text: "", segments: [] as Segment[], coded: [] as FlatText["coded"][number][], column };
  if ("children" in block) for (const child of block.children) addInline(child, flat);
  return flat;
}

type Growing = { text: string; segments: Segment[]; coded: FlatText["coded"][number][] };

function addInline(node: Nodes, flat: Growing): void {
  if (node.type === "text") {
    flat.segments.push({ node, start: flat.text.length });
    flat.text += withoutMarked(node);
  } else if (node.type === "break") flat.text += "\n";
  else if ("children" in node && !isAddress(node)) for (const child of node.children) addInline(child, flat);
  else {
    if (node.type === "inlineCode" && /^[A-Z]$/.test(node.value)) flat.coded.push({ node, at: flat.text.length });
    flat.text += opaque;
  }
}

/** A link whose text is the address itself. */
function isAddress(node: Nodes): boolean {
  if (node.type !== "link") return false;
  const only = node.children.length === 1 ? node.children[0] : undefined;
  return only?.type === "text" && ["", "http://", "mailto:"].some((scheme) => `${scheme}${only.value}` === node.url);
}

/** Letters that are marked as prose are nothing that a phrase could find. */
function withoutMarked(node: Text): string {
  const marked = proseMarks(node);
  if (marked.length === 0) return node.value;
  const units = node.value.split("");
  for (const index of marked) units[index] = opaque;
  return units.join("");
}
