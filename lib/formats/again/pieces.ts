import type { Nodes } from "mdast";
import { readQuestion } from "#lib/content/read/read-question";
import { splitFrontMatter } from "#lib/content/read/split-front-matter";

/** A part of a question file. Offsets are those of the text as `decodeSource` gives it. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A question file as its parts: one for each key of the front matter, and those of the body. */
export interface Pieces {
  readonly byName: ReadonlyMap<string, Piece>;
  /** Where a further line of the front matter goes. */
  readonly frontEnd: number;
}

export const bodyNames = ["stem", "answer", "explanation", "references"] as const;

/** The parts of the file with this text by their names; null where it is not a question. */
export function piecesOf(text: string): Pieces | null {
  const { yaml } = splitFrontMatter(text);
  const { read } = readQuestion("question.md", text);
  if (yaml === null || read === null) return null;
  const { stem, options, text: cloze, explanation, references } = read.parts;
  const section = (part: typeof explanation) => (part === null ? [] : [part.heading, ...part.content]);
  const start = text.indexOf("\n") + 1;
  const body = [stem, options === null ? cloze : [options], section(explanation), section(references)];
  const byName = new Map([
    ...frontPieces(text, start, yaml),
    ...bodyNames.flatMap((name, index) => {
      const piece = pieceOf(text, body[index] ?? []);
      return piece === null ? [] : [[name, piece] as const];
    }),
  ]);
  return { byName, frontEnd: start + (yaml === "" ? 0 : yaml.length + 1) };
}

function pieceOf(text: string, nodes: readonly Nodes[]): Piece | null {
  const from = nodes[0]?.position?.start.offset;
  const to = nodes.at(-1)?.position?.end.offset;
  return from === undefined || to === undefined ? null : { from, to, text: text.slice(from, to) };
}

/** A key with all of its lines; remarks between keys belong to none. */
function frontPieces(text: string, start: number, yaml: string): readonly (readonly [string, Piece])[] {
  const pieces: [string, Piece][] = [];
  let at = start;
  for (const line of yaml.split("\n")) {
    const key = /^["']?([\w-]+)["']?[ \t]*:/.exec(line)?.[1];
    const last = pieces.at(-1);
    const to = at + line.length;
    if (key !== undefined) pieces.push([`front ${key}`, { from: at, to, text: line }]);
    else if (last !== undefined && /^(?:[ \t]+\S|-[ \t])/.test(line))
      last[1] = { from: last[1].from, to, text: text.slice(last[1].from, to) };
    at = to + 1;
  }
  return pieces;
}
