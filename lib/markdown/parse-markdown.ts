import type { Definition, Nodes, Root } from "mdast";
import { markdownToMdast } from "satteri";

/** More than any genuine text needs, and few enough that no code that walks the tree can run out of stack. */
const deepest = 40;
/** 256 Ki characters: a question of a thousand words is 8 Ki. */
const longestMarkdown = 262_144;

export type Parsed =
  | { readonly ok: true; readonly root: Root; readonly definitions: Definitions }
  | { readonly ok: false; readonly refusal: Refusal };

/** Link definitions by identifier; as in CommonMark the first of a name counts. */
export type Definitions = ReadonlyMap<string, Definition>;

/** Why a text is not rendered at all; `line` is 1-based. */
export interface Refusal {
  readonly reason: "too-long" | "too-deep" | "too-tangled";
  readonly line: number;
}

/**
 * The parser copies the paragraph so far at every entity and at every underscore within a word, so its time grows with
 * their number times the paragraph's length: this much takes about a tenth of a second.
 */
const mostTangled = 50_000_000;

/**
 * Parses GitHub-flavoured Markdown with maths, without footnotes. Length is checked before parsing and
 * depth before and after, because the parser is linear in the length only as long as the nesting is shallow.
 * Line ends must be `\n`.
 */
export function parseMarkdown(text: string): Parsed {
  if (text.length > longestMarkdown) return { ok: false, refusal: { reason: "too-long", line: 1 } };
  const tangled = firstTangledLine(text);
  if (tangled > 0) return { ok: false, refusal: { reason: "too-tangled", line: tangled } };
  const crowded = firstCrowdedLine(text);
  if (crowded > 0) return { ok: false, refusal: { reason: "too-deep", line: crowded } };
  const root = markdownToMdast(text, {
    features: { gfm: { footnotes: false }, math: true, frontmatter: false },
  }) as Root;
  const definitions = new Map<string, Definition>();
  const deep = survey(root, 0, definitions);
  if (deep) return { ok: false, refusal: { reason: "too-deep", line: deep.position?.start.line ?? 1 } };
  return { ok: true, root, definitions };
}

/** The 1-based number of the first line of the paragraph that goes beyond `mostTangled`, or 0. */
function firstTangledLine(text: string): number {
  // A text that consists only of such characters would be within the limit.
  if (text.length * text.length <= mostTangled) return 0;
  let cost = 0;
  let line = 1;
  for (const paragraph of text.split(/\n[ \t]*(?=\n)/)) {
    const joints = paragraph.match(/&|_/g)?.length ?? 0;
    cost += joints * paragraph.length;
    if (cost > mostTangled) return paragraph.startsWith("\n") ? line + 1 : line;
    line += paragraph.split("\n").length;
  }
  return 0;
}

const containerMarkers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;

/** The 1-based number of the first line that opens more containers than allowed, or 0. */
function firstCrowdedLine(text: string): number {
  let number = 0;
  for (const line of text.split("\n")) {
    number += 1;
    if (line.length <= deepest) continue;
    const markers = containerMarkers.exec(line)?.[0] ?? "";
    if (markers.length > deepest && markers.replace(/[ \t\d]/g, "").length > deepest) return number;
  }
  return 0;
}

/** Collects the definitions under `node`, which is `depth` levels down, up to the first node that is too deep: that is returned. */
function survey(node: Nodes, depth: number, definitions: Map<string, Definition>): Nodes | null {
  if (depth > deepest) return node;
  if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  if (!("children" in node)) return null;
  for (const child of node.children) {
    const deep = survey(child, depth + 1, definitions);
    if (deep) return deep;
  }
  return null;
}
