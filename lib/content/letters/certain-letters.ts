import { bracedEdits } from "./braced-letters.ts";
import type { LetterFinding } from "./option-references.ts";
import { type QuestionLetters, secretFindings } from "./question-letters.ts";

/** Everything in the texts of a question that names an option or may name one. */
export function allFindings(letters: QuestionLetters): readonly LetterFinding[] {
  return [letters.stem, ...letters.options].flatMap(({ findings }) => findings).concat(secretFindings(letters));
}

export function isCertain({ match, known }: LetterFinding): boolean {
  return known && match.by !== "unclear";
}

/** Whether the source shows where each of its letters stands, in one line. */
export function isRewritable(finding: LetterFinding, source: string): boolean {
  const edits = bracedEdits(finding);
  return edits.length > 0 && edits.every(({ from, to }) => !source.slice(from, to).includes("\n"));
}
