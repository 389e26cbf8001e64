import { letterAt, positionOfLetter } from "#lib/exam/letters";
import { optionIds } from "../build/option-id.ts";
import { contentKind } from "../kinds/kinds.ts";
import { bracedEdits } from "../letters/braced-letters.ts";
import { allFindings, isCertain, isRewritable } from "../letters/certain-letters.ts";
import type { LetterFinding } from "../letters/option-references.ts";
import { questionLetters } from "../letters/question-letters.ts";
import type { Problem } from "../problem.ts";
import { type ReadOption, readQuestion } from "../read/read-question.ts";
import { anyText } from "../read/source.ts";
import { structuralProblem } from "../rules/structural-rules.ts";
import { applyToRaw } from "./text-edit.ts";

/** A file with fewer options, or the file as it was and what keeps them there. */
export interface Shortened {
  readonly raw: string;
  readonly problems: readonly Problem[];
}

/**
 * Takes the options at the positions `removed` (from 0, in the file) out of the file `file` with the text `raw`, each with its
 * note, and gives the letters of those behind them their new names wherever the text names them. A text that names one of the
 * removed, or of which nobody knows which options it names, keeps them all. `onScreen`: a letter of the file as the learner has it.
 */
export function removeOptions(
  file: string,
  raw: string,
  removed: ReadonlySet<number>,
  onScreen: (fileLetter: string) => string,
): Shortened {
  const text = anyText(Buffer.from(raw));
  const { read } = readQuestion(file, text);
  if (read === null || removed.size === 0) return { raw, problems: [] };
  const lettered = contentKind(read.kind).lettered(read);
  const letters = questionLetters(read, optionIds(lettered.map(({ source }) => source)));
  const items = lettered.map((option) => itemOf(option, text));
  const gone = items.filter((_, position) => removed.has(position));
  const findings = allFindings(letters).filter(
    ({ place: { line } }) => !gone.some(({ first, last }) => first <= line && line <= last),
  );
  const problems = findings.flatMap((finding) => obstacle(finding, { file, text, removed, onScreen }) ?? []);
  if (problems.length > 0) return { raw, problems };
  const before = (position: number) => [...removed].filter((each) => each < position).length;
  const moved = (letter: string) => letterAt(positionOfLetter(letter) - before(positionOfLetter(letter)));
  const renamed = findings
    .filter(({ match }) => match.letters.some(({ letter }) => moved(letter) !== letter))
    .flatMap((finding) => bracedEdits(finding, moved));
  return { raw: applyToRaw(raw, [...gone.map(({ from, to }) => ({ from, to, text: "" })), ...renamed]), problems };
}

interface Removal {
  readonly file: string;
  readonly text: string;
  readonly removed: ReadonlySet<number>;
  readonly onScreen: (fileLetter: string) => string;
}

/** What in the text keeps an option from being removed; null where nothing does. */
function obstacle(finding: LetterFinding, { file, text, removed, onScreen }: Removal): Problem | null {
  const { match, place, written } = finding;
  const where = `(line ${place.line} of the file)`;
  if (isCertain(finding) && isRewritable(finding, text)) {
    const named = match.letters.find(({ letter }) => removed.has(positionOfLetter(letter)));
    if (named === undefined) return null;
    const letter = onScreen(named.letter);
    const message = `the text names option ${letter}, which would be removed ${where}`;
    return structuralProblem(file, "unknown-letter", place, message, `change the sentence with {${letter}} as well`);
  }
  const message = `"${written}" may name an option, and another one once options are removed ${where}`;
  return structuralProblem(
    file,
    "letter-unclear",
    place,
    message,
    "write the letter in braces, or say it in other words",
  );
}

/** The lines (from 1) of an option with its note, and their place in the text with the empty ones up to the next. */
interface Item {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

function itemOf({ node }: ReadOption, text: string): Item {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  const to = lineEnd < 0 ? text.length : lineEnd + 1;
  const between = /^(?:[ \t]*\n)+(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])/.exec(text.slice(to))?.[0].length ?? 0;
  return { first: node.position?.start.line ?? 0, last: node.position?.end.line ?? 0, from, to: to + between };
}
