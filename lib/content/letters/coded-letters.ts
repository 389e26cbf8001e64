import { positionOfLetter } from "#lib/exam/letters";
import type { FlatText } from "./flatten-text.ts";
import { isJudged, unclearMatch } from "./letter-match.ts";
import type { LetterFinding } from "./option-references.ts";

/** "`B` — ignores case", "`B` leaves only 14" at the beginning of a sentence. */
const label = /^\s*(?:[-–—:=]|is\b|are\b|was\b|[a-z]+s\s)/;

/**
 * Letters of options that stand as code. Code is printed as it is, so that the options must keep the order of the file: where
 * the text names options by letter besides (`isAboutOptions`), one is judged like an option, or two and more such letters begin
 * sentences like labels.
 */
export function codedFindings(
  flats: readonly FlatText[],
  isAboutOptions: boolean,
  count: number,
): readonly LetterFinding[] {
  const all = flats.flatMap((flat) =>
    flat.coded
      .filter(({ node }) => positionOfLetter(node.value) < count)
      .map(({ node, at }) => ({
        node,
        isLabel: isLabelAt(flat.text, at),
        isJudged: isLabelAt(flat.text, at) && isJudged.test(flat.text.slice(at + 1, at + 80)),
      })),
  );
  const labels = new Set(all.filter(({ isLabel }) => isLabel).map(({ node }) => node.value));
  if (!isAboutOptions && labels.size < 2 && !all.some(({ isJudged }) => isJudged)) return [];
  return all.map(({ node }) => ({
    match: unclearMatch(node.value, { start: 0, end: 1 }),
    place: { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 },
    written: node.value,
    wanted: `{${node.value}}`,
    known: true,
    edits: [],
  }));
}

function isLabelAt(text: string, at: number): boolean {
  return /(?:^|[.!?;]\s+|\n)$/.test(text.slice(Math.max(0, at - 3), at)) && label.test(text.slice(at + 1, at + 24));
}
