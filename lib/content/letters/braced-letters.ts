import type { TextEdit } from "../mend/text-edit.ts";
import type { LetterFinding } from "./option-references.ts";

/**
 * What writes every letter of a finding in braces, under the name that `nameOf` gives it. Empty where the source does not
 * show where each of them stands.
 */
export function bracedEdits(
  { match, edits, wanted }: LetterFinding,
  nameOf: (letter: string) => string = (letter) => letter,
): readonly TextEdit[] {
  const [first] = edits;
  if (first !== undefined && edits.length > 1 && edits.every(({ from }) => from === first.from))
    return [
      { from: first.from, to: first.to, text: wanted.replace(/\{(\w+)\}/g, (_, letter) => `{${nameOf(letter)}}`) },
    ];
  if (edits.length !== match.letters.length) return [];
  return edits.map(({ from, to, letter }) => {
    // In "{A, C}" the braces stand around them all.
    const isInBraces = match.by === "braces" && to - from === 1;
    return { from, to, text: isInBraces ? nameOf(letter) : `{${nameOf(letter)}}` };
  });
}
