import type { Nodes, Text } from "mdast";
import { positionOfLetter } from "#lib/exam/letters";
import type { OptionReference } from "#lib/exam/question";
import type { Place } from "../problem.ts";
import { placeAt } from "../read/source.ts";
import { codedFindings } from "./coded-letters.ts";
import { bySegment, cutText, type Spot, spotsOf } from "./cut-text.ts";
import { lettersIn, mayNameOptions } from "./find-letters.ts";
import { type FlatText, flattenText, segmentAt } from "./flatten-text.ts";
import { cellLetters } from "./letter-column.ts";
import { labelsOf, namesOptions } from "./letter-context.ts";
import type { LetterMatch } from "./letter-match.ts";
import { isEnglish, joinFor, wantedFor } from "./list-words.ts";
import { mayNumber, numberedFindings } from "./numbered-verdicts.ts";
import { once } from "./once.ts";
import type { Language } from "./sentence-language.ts";
import { sourceOffset } from "./source-offset.ts";
import type { LetterSurvey, TakenLetters } from "./taken-letters.ts";

/** A place where a text names options, with what an author needs to mend it. */
export interface LetterFinding {
  readonly match: LetterMatch;
  readonly place: Place;
  /** The letters as written, and as they should be: "A and C", "{A} and {C}". */
  readonly written: string;
  readonly wanted: string;
  readonly known: boolean;
  /** Offsets in the source of the letters, when they are known. */
  readonly edits: readonly { readonly from: number; readonly to: number; readonly letter: string }[];
}

export type OptionReferences = LetterCut<OptionReference>;

interface LetterCut<T> {
  readonly findings: readonly LetterFinding[];
  /** Text nodes that hold references, cut into plain text and references. */
  readonly cut: ReadonlyMap<Text, readonly (string | T)[]>;
}

export const noReferences: OptionReferences = { findings: [], cut: new Map() };

/** What a question says of one of its texts. What takes long to know is worked out where it matters. */
export interface TextOfQuestion {
  readonly language: Language | null;
  /** Whether the text is shown before the answer. */
  readonly isOpen: boolean;
  /** The letters that the question gives to other things. */
  readonly taken: () => TakenLetters;
  /** What letters are in its other texts. */
  readonly elsewhere: () => LetterSurvey;
}

/**
 * Finds the option letters in `nodes` (of the file `source`) and resolves them to `optionIds`, the ids in the order of
 * the file. Code, formulas and addresses are never looked at.
 */
export function optionReferences(
  nodes: readonly Nodes[],
  source: string,
  optionIds: readonly string[],
  text: TextOfQuestion,
): OptionReferences {
  return cutAtLetters(nodes, source, optionIds, text, ({ lead, reference, match }) =>
    match.by === "unclear" ? null : [lead, reference],
  );
}

/** The same, where `print` says what stands in the place of each reference; null leaves it as it is written. */
export function cutAtLetters<T>(
  nodes: readonly Nodes[],
  source: string,
  optionIds: readonly string[],
  { language, isOpen, taken, elsewhere }: TextOfQuestion,
  print: (spot: Spot) => readonly (string | T)[] | null,
): LetterCut<T> {
  const count = optionIds.length;
  if (!mayHoldLetters(nodes, source, isOpen, count)) return { findings: [], cut: new Map() };
  const flats = flattenText(nodes);
  const findings: LetterFinding[] = [...numberedFindings(nodes, count)];
  const cut = new Map<Text, readonly (string | T)[]>();
  const context = {
    language,
    count,
    labels: labelsOf(flats.map(({ text }) => text)),
    taken: taken(),
    isAboutOptions: flats.some(({ text }) => namesOptions(text)),
    // Looks through every other text: only a lone letter asks for it.
    get elsewhere() {
      return elsewhere();
    },
  };
  for (const flat of flats) {
    const written = withoutEscapedBraces(flat, source);
    const text = isOpen ? withoutOwnNumber(written) : written;
    const matches = (flat.column === null ? null : cellLetters(text, flat.column)) ?? lettersIn(text, context);
    if (matches.length === 0) continue;
    const isInEnglish = once(() => isEnglish(flat.text, language));
    findings.push(...matches.map((match) => finding(flat, match, source, count, isInEnglish)));
    const spots = matches.flatMap((match) => spotsOf(flat, match, optionIds, joinFor(match, language, isInEnglish)));
    const pieces = spots.flatMap((spot) => {
      const printed = print(spot);
      return printed === null ? [] : [{ start: spot.start, end: spot.end, printed }];
    });
    for (const [segment, within] of bySegment(flat, pieces)) cut.set(segment.node, cutText(segment, within));
  }
  if (flats.some(({ coded }) => coded.length > 0)) findings.push(...codedFindings(flats, findings.length > 0, count));
  return { findings, cut };
}

/** What may hide a part of a word in Markdown: an entity, a tag, the end of a link; and what is only left out. */
const hidden = /&#?\w+;|<[a-z!/]|\)\w/i;
const markInWord = /[\wÀ-ɏ][\\*_~]+[\wÀ-ɏ]/;

/** False where the Markdown of `nodes` shows it: most texts need not be flattened. */
function mayHoldLetters(nodes: readonly Nodes[], source: string, isOpen: boolean, count: number): boolean {
  const from = nodes[0]?.position?.start.offset;
  const to = nodes.at(-1)?.position?.end.offset;
  if (from === undefined || to === undefined) return nodes.length > 0;
  const written = source.slice(from, to);
  const markdown = isOpen ? withoutOwnNumber(written) : written;
  return (
    mayNameOptions(markdown, count) ||
    hidden.test(markdown) ||
    mayNumber(markdown) ||
    (markInWord.test(markdown) && mayNameOptions(markdown.replace(/[\\*_~]/g, ""), count))
  );
}

const ownNumber =
  /^(?:option|choice|answer|alternative|antwort|réponse|respuesta|opci[oó]n|resposta|opção|risposta)\s+\d{1,2}(?=\s*[:.)–—-])/i;

/** "Choice 2: …" begins an option that numbers itself, and names no other. */
function withoutOwnNumber(text: string): string {
  return text.replace(ownNumber, (label) => "\uFFFC".repeat(label.length));
}

/** Places are worked out only when somebody asks: most findings are in order. */
function finding(
  flat: FlatText,
  match: LetterMatch,
  source: string,
  optionCount: number,
  isInEnglish: () => boolean,
): LetterFinding {
  return {
    match,
    get place() {
      const from = offsetInSource(flat, match.start, source);
      const start = segmentAt(flat, match.start)?.node.position?.start ?? { line: 1, column: 1 };
      return from !== null ? placeAt(source, from) : { line: start.line, column: start.column };
    },
    get written() {
      return flat.text.slice(match.start, match.end);
    },
    get wanted() {
      return wantedFor(match, isInEnglish());
    },
    known: match.letters.every(({ letter }) => positionOfLetter(letter) < optionCount),
    get edits() {
      return match.letters.flatMap(({ letter, start, end }) => {
        const at = offsetInSource(flat, start, source);
        return at === null ? [] : [{ from: at, to: at + end - start, letter }];
      });
    },
  };
}

function offsetInSource(flat: FlatText, index: number, source: string): number | null {
  const segment = segmentAt(flat, index);
  return segment ? sourceOffset(segment.node, index - segment.start, source) : null;
}

/** The flat text with other signs in place of braces that are escaped: `\{B}` is a B in braces and no reference. */
function withoutEscapedBraces(flat: FlatText, source: string): string {
  if (!flat.text.includes("{")) return flat.text;
  const characters: string[] = [];
  for (const { node, start } of flat.segments) {
    const raw = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    if (!raw.includes("\\{")) continue;
    const written = [...raw.matchAll(/(\\?)\{/g)];
    for (const [index, brace] of [...node.value.matchAll(/\{/g)].entries())
      if (written[index]?.[1] === "\\") characters[start + brace.index] = "\uFFFC";
  }
  if (characters.length === 0) return flat.text;
  return Array.from({ length: flat.text.length }, (_, index) => characters[index] ?? flat.text[index]).join("");
}
