import { findLetters, surveyLetters } from "#lib/content/letters/find-letters";
import { labelsOf, namesOptions, takenLetters } from "#lib/content/letters/letter-context";
import type { LetterMatch } from "#lib/content/letters/letter-match";
import { noContext, noSurvey, type TakenLetters } from "#lib/content/letters/taken-letters";
import { positionOfLetter } from "#lib/exam/letters";
import { maskCode } from "#lib/markdown/code-spans";

interface Block {
  /** The block as it reads: without list marks and emphasis. */
  readonly text: string;
  /** For each character of `text`, where it stands in the whole. */
  readonly at: readonly number[];
}

/**
 * Turns letters and places that mean options ("Option B", "A and C are wrong", "the first option") into references
 * (`{B}`), because options are shuffled. A letter that only may name an option stays, with a note; letters beyond the
 * `count` options become code, with a note. Braces that name no option are escaped.
 */
export function lettersToReferences(
  text: string,
  count: number,
  taken: TakenLetters = noContext.taken,
): { text: string; notes: string[] } {
  const notes: string[] = [];
  const edits: Edit[] = [];
  const blocks = blocksOf(maskCode(text));
  const texts = blocks.map((block) => block.text);
  const alone = {
    language: null,
    count,
    labels: labelsOf(texts),
    taken,
    isAboutOptions: texts.some(namesOptions),
    elsewhere: noSurvey,
  };
  const context = { ...alone, elsewhere: surveyLetters(texts, alone) };
  for (const block of blocks) {
    const place = (index: number) => block.at[index] ?? 0;
    for (const match of findLetters(block.text, context)) {
      const words = `"${block.text.slice(Math.max(0, match.start - 12), match.end + 12).trim()}"`;
      const isKnown = match.letters.every(({ letter }) => positionOfLetter(letter) < count);
      if (match.by === "braces") edits.push(...escapesOf(match, count, place, text));
      else if (match.by === "unclear") notes.push(`${words} may name an option; it was left as it is`);
      else if (isKnown) edits.push(...editsOf(match, place));
      else {
        notes.push(`${words} names an option that does not exist; the letter became code`);
        edits.push(...codeOf(match, place));
      }
    }
  }
  return { text: applied(text, edits), notes };
}

/** The letters that a stem and options in Markdown give to other things. */
export function takenIn(stem: string, options: readonly string[]): TakenLetters {
  const texts = (text: string) => blocksOf(maskCode(text)).map((block) => block.text);
  return takenLetters(texts(stem), options.flatMap(texts));
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = "";
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    result += text.slice(end, edit.from) + edit.text;
    end = edit.to;
  }
  return result + text.slice(end);
}

/** Letters that name nothing, so that nobody takes them for options. */
function codeOf({ start, end, letters }: LetterMatch, place: (index: number) => number): Edit[] {
  const isSpan = letters.length > 1 && letters.every((letter) => letter.start === start && letter.end === end);
  const spots = isSpan ? [{ start, end }] : letters;
  return spots.flatMap((spot) => [
    { from: place(spot.start), to: place(spot.start), text: "`" },
    { from: place(spot.end - 1) + 1, to: place(spot.end - 1) + 1, text: "`" },
  ]);
}

/** A backslash before each brace that names no option. */
function escapesOf(match: LetterMatch, count: number, place: (index: number) => number, text: string): Edit[] {
  const starts = match.letters
    .filter(({ letter }) => positionOfLetter(letter) >= count)
    .map(({ start }) => (text[place(start)] === "{" ? place(start) : place(match.start)))
    .filter((from) => text[from - 1] !== "\\");
  return [...new Set(starts)].map((from) => ({ from, to: from, text: "\\" }));
}

/** "A-D" stands for every letter between; each other letter becomes a reference where it stands. */
function editsOf({ start, end, letters, lead }: LetterMatch, place: (index: number) => number): Edit[] {
  const isSpan = letters.length > 1 && letters.every((letter) => letter.start === start && letter.end === end);
  if (isSpan || lead !== "")
    return [
      { from: place(start), to: place(end - 1) + 1, text: `${lead}{${letters.map(({ letter }) => letter).join(",")}}` },
    ];
  return letters.map((letter) => ({
    from: place(letter.start),
    to: place(letter.end - 1) + 1,
    text: `{${letter.letter}}`,
  }));
}

/** Paragraphs, list items, and lines that begin with a letter and a full stop, each as it reads. */
function blocksOf(masked: string): Block[] {
  const blocks: Block[] = [];
  let text = "";
  let at: number[] = [];
  const end = () => {
    if (text.trim() !== "") blocks.push({ text, at });
    text = "";
    at = [];
  };
  let index = 0;
  for (const line of masked.split("\n")) {
    const mark = /^\s*(?:(?:[-*+]|\d+[.)]|>|#{1,6})\s+)*/.exec(line)?.[0] ?? "";
    const rest = line.slice(mark.length);
    if (rest === "" || mark.trim() !== "" || /^\**[A-Z][.):]\s/.test(rest)) end();
    for (let offset = mark.length; offset < line.length; offset++) {
      if (line[offset] === "*") continue;
      text += line[offset];
      at.push(index + offset);
    }
    text += "\n";
    at.push(index + line.length);
    index += line.length + 1;
  }
  end();
  return blocks;
}
