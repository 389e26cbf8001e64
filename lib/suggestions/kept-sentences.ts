import { diffArrays } from "diff";
import { applyEdits, type TextEdit } from "#lib/content/mend/text-edit";
import type { FieldLine } from "./field-lines.ts";

/** A sentence that nobody touched, within a text that replaces a line. */
export interface KeptPart {
  readonly from: number;
  readonly to: number;
  /** The same on the learner's screen. */
  readonly shown: string;
  /** How many letters of it are others on the screen. */
  readonly letters: number;
}

/** A new line of a file, with the sentences in it that stay as they were in the file. */
export interface KeptText {
  readonly text: string;
  readonly kept: readonly KeptPart[];
}

/** A line that somebody wrote, and what precedes it in the file. */
export interface FreshLine {
  readonly prefix: string;
  readonly line: string;
}

interface Sentence {
  readonly shown: string;
  readonly source: string;
  readonly letters: number;
}

/** The lines of `fresh` as they go into the file in place of `old`: of a line that was changed, only the sentences that were. */
export function keepSentences(old: readonly FieldLine[], fresh: readonly FreshLine[]): readonly KeptText[] {
  const before = old.flatMap(sentencesOf);
  const lines = fresh.map(({ line }) => piecesOf(line));
  const same = sameAs(before, lines.flat());
  let count = 0;
  return fresh.map(({ prefix }, i) => {
    const pieces = (lines[i] ?? []).map((shown) => ({ shown, same: same.get(count++) }));
    const head = pieces.length === 0 ? prefix.trimEnd() : prefix;
    return pieces.reduce<KeptText>(addPiece, { text: head, kept: [] });
  });
}

function addPiece({ text, kept }: KeptText, piece: { readonly shown: string; readonly same?: Sentence | undefined }) {
  const { shown, same } = piece;
  if (same === undefined) return { text: text + shown, kept };
  const space = shown.slice(shown.trimEnd().length);
  const to = text.length + same.source.length;
  const part = { from: text.length, to, shown: same.shown, letters: same.letters };
  return { text: text + same.source + space, kept: [...kept, part] };
}

/** By the number of a piece of the new text: the sentence of the old one that it still is. */
function sameAs(before: readonly Sentence[], pieces: readonly string[]): ReadonlyMap<number, Sentence> {
  const same = new Map<number, Sentence>();
  let [read, put] = [0, 0];
  const changes = diffArrays(
    before.map(({ shown }) => shown),
    pieces.map((piece) => piece.trimEnd()),
  );
  for (const { added, removed, value } of changes)
    for (const _ of value) {
      const sentence = before[read];
      if (!added && !removed && sentence !== undefined) same.set(put, sentence);
      if (!added) read++;
      if (!removed) put++;
    }
  return same;
}

/** Behind the end of a sentence, with its quotation marks and brackets. */
const sentenceEnd = /(?<=[.!?…]["'”’»)\]*_]*\s+)(?=\S)|(?<=[。！？])(?=\S)/u;

/** A text in sentences, each with the space behind it. */
function piecesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(sentenceEnd);
}

/** The sentences of a line on the screen and in the file, without the space behind them. */
function sentencesOf({ source, shown, renamed }: FieldLine): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let [from, end] = [0, 0];
  for (const piece of piecesOf(shown)) {
    end += piece.length;
    const to = inSource(end, renamed);
    const text = source.slice(from, to);
    const own = renamed.filter((edit) => edit.from >= from && edit.to <= to);
    const moved = own.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
    // A sentence that ends within what is named otherwise is never taken for one that stays.
    const isWhole = applyEdits(text, moved) === piece;
    sentences.push({ shown: isWhole ? piece.trimEnd() : "\0", source: text.trimEnd(), letters: own.length });
    from = to;
  }
  return sentences;
}

/** The place in the source of a place on the screen. */
function inSource(onScreen: number, renamed: readonly TextEdit[]): number {
  let longer = 0;
  for (const { from, to, text } of renamed) {
    if (from + longer >= onScreen) break;
    longer += text.length - (to - from);
  }
  return onScreen - longer;
}
