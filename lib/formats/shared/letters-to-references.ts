import { countedOptions } from "#lib/content/letters/counted-options";
import { findLetters, type LetterMatch } from "#lib/content/letters/find-letters";
import { maskCode } from "../markup/code-spans.ts";

interface Block {
  /** The block as it reads: without list marks and emphasis. */
  readonly text: string;
  /** For each character of `text`, where it stands in the whole. */
  readonly at: readonly number[];
}

/**
 * Turns letters that mean options ("Option B", "A and C are wrong") into references (`{B}`), because options
 * are shuffled. What only may be a list of letters is taken for one, with a note, for the letters of options that are
 * shuffled would be wrong; letters beyond the `count` options become code, and a lone letter stays, each with a note.
 * Braces that name no option are escaped.
 */
export function lettersToReferences(text: string, count: number): { text: string; notes: string[] } {
  const notes: string[] = [];
  const edits: Edit[] = [];
  const blocks = blocksOf(maskCode(text));
  const isList = labelsOf(blocks, count).size > 1;
  for (const block of blocks) {
    const place = (index: number) => block.at[index] ?? 0;
    for (const match of findLetters(block.text)) {
      const words = `"${block.text.slice(Math.max(0, match.start - 12), match.end + 12).trim()}"`;
      const isKnown = match.letters.every(({ letter }) => letter.charCodeAt(0) - 65 < count);
      const isLower = /^[a-z]/.test(block.text.slice(match.start));
      const isCertain = match.by === "prose" || isLower || (match.by === "doubt" && isList && match.start === 0);
      if (match.by === "braces") edits.push(...escapesOf(match, count, place, text));
      else if (match.by === "hint") {
        if (isKnown) notes.push(`${words} may name an option; it was left as it is`);
      } else if (!isKnown) {
        if (isCertain) {
          notes.push(`${words} names an option that does not exist; the letter became code`);
          edits.push(...codeOf(match, place));
        }
      } else {
        if (!isCertain) notes.push(`${words} was taken for the letters of options: see whether it is`);
        edits.push(...editsOf(match, place));
      }
    }
    for (const [words] of block.text.matchAll(countedOptions))
      if (count > 0) notes.push(`"${words}" counts options, which are shuffled: name it by its letter in braces`);
  }
  return { text: applied(text, edits), notes };
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

/** Whether `text` names options by letter, certainly or perhaps. */
export function namesOptions(text: string): boolean {
  return blocksOf(maskCode(text)).some((block) =>
    findLetters(block.text).some(({ by }) => by === "prose" || by === "doubt"),
  );
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
    .filter(({ letter }) => letter.charCodeAt(0) - 65 >= count)
    .map(({ start }) => (text[place(start)] === "{" ? place(start) : place(match.start)))
    .filter((from) => text[from - 1] !== "\\");
  return [...new Set(starts)].map((from) => ({ from, to: from, text: "\\" }));
}

/** "A-D" stands for every letter between; each other letter becomes a reference where it stands. */
function editsOf({ start, end, letters }: LetterMatch, place: (index: number) => number): Edit[] {
  const isSpan = letters.length > 1 && letters.every((letter) => letter.start === start && letter.end === end);
  if (isSpan)
    return [{ from: place(start), to: place(end - 1) + 1, text: `{${letters.map(({ letter }) => letter).join(",")}}` }];
  return letters.map((letter) => ({
    from: place(letter.start),
    to: place(letter.end - 1) + 1,
    text: `{${letter.letter}}`,
  }));
}

/** Letters that begin blocks, as in an explanation that goes through the options: "A. …", "B. …". */
function labelsOf(blocks: readonly Block[], count: number): Set<string> {
  const labels = blocks.map((block) => /^([A-Z])[.):]\s/.exec(block.text)?.[1] ?? "");
  return new Set(labels.filter((label) => label !== "" && label.charCodeAt(0) - 65 < count));
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
