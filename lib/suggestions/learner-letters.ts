import { optionIds } from "#lib/content/build/option-id";
import { contentKind } from "#lib/content/kinds/kinds";
import { bracedEdits } from "#lib/content/letters/braced-letters";
import { isCertain, isRewritable } from "#lib/content/letters/certain-letters";
import { questionLetters, secretFindings } from "#lib/content/letters/question-letters";
import type { TextEdit } from "#lib/content/mend/text-edit";
import type { ReadQuestion } from "#lib/content/read/read-question";
import { letterAt } from "#lib/exam/letters";

/** The names of a file's letters on a learner's screen. */
export interface LearnerLetters {
  /** Positions in the file of the options, in the learner's order. */
  readonly order: readonly number[];
  readonly onScreen: (fileLetter: string) => string;
  readonly inFile: (screenLetter: string) => string;
  /** Converts between the file's letters in braces and the learner's. */
  readonly shown: readonly TextEdit[];
}

/** `order`: the ids of the options as the learner sees them. A letter that cannot be rewritten stays as in the file. */
export function learnerLetters(read: ReadQuestion, order: readonly string[]): LearnerLetters {
  const ids = optionIds(
    contentKind(read.kind)
      .lettered(read)
      .map(({ source }) => source),
  );
  const letters = questionLetters(read, ids);
  // If a stem or an option names others, everyone sees the order of the file.
  const findings = secretFindings(letters).filter(isCertain);
  const isKnown = ids.length === order.length && ids.every((id) => order.includes(id));
  const isRewritten = findings.every((finding) => isRewritable(finding, read.source));
  const isAsInFile = !isKnown || !isRewritten || letters.needsLegend;
  const positions = isAsInFile ? ids.map((_, i) => i) : order.map((id) => ids.indexOf(id));
  const names = new Map(positions.map((inFile, onScreen) => [letterAt(inFile), letterAt(onScreen)]));
  const back = new Map(Array.from(names, ([inFile, onScreen]) => [onScreen, inFile]));
  const onScreen = (letter: string) => names.get(letter) ?? letter;
  return {
    order: positions,
    onScreen,
    inFile: (letter) => back.get(letter) ?? letter,
    shown: isRewritten ? findings.flatMap((finding) => bracedEdits(finding, onScreen)) : [],
  };
}
