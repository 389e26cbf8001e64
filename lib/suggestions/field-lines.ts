import { diffArrays } from "diff";
import type { TextEdit } from "#lib/content/mend/text-edit";
import { type FreshLine, type KeptText, keepSentences } from "./kept-sentences.ts";

/** A line of a file, part of which a field shows. Offsets are those of the text as `decodeSource` returns it. */
export interface FieldLine {
  readonly from: number;
  /** Before the line end. */
  readonly to: number;
  /** What precedes the part that is shown: a box, the mark of a note, an indentation. */
  readonly prefix: string;
  readonly source: string;
  /** The same on the screen, where letters are the learner's. */
  readonly shown: string;
  /** The edits that make one of the other, in their order; offsets are those of `source`. */
  readonly renamed: readonly TextEdit[];
}

/** A piece of a file that a form shows as one text. */
export interface Field {
  readonly lines: readonly FieldLine[];
  /** The beginning of a new first line, and of every other new line. */
  readonly head: string;
  readonly rest: string;
  /** While there are no lines: where the text goes, and what goes around it. */
  readonly absent: { readonly at: number; readonly before: string; readonly after: string };
  /** Whether its first line stays when it is emptied: an option without text is an error, and not a different option. */
  readonly isKept: boolean;
}

/** An edit, with the parts of its text that nobody touched: their letters are those of the file already. */
export interface FieldEdit extends TextEdit {
  readonly kept?: KeptText["kept"];
}

/** A field as one text. */
export function fieldText({ lines }: Field): string {
  return lines.map(({ shown }) => shown).join("\n");
}

/** As a browser sends it: with its own line breaks. */
export function linesOf(text: string): readonly string[] {
  const trimmed = text.replace(/\r\n?/g, "\n").replace(/^\n+|\n+$/g, "");
  return trimmed.trim() === "" ? [] : trimmed.split("\n");
}

/**
 * The edits after which a field says `text`. A line that is still as it was shown is not touched, unless `head` gives
 * the first line another beginning.
 */
export function fieldEdits(field: Field, text: string, head = field.head): readonly FieldEdit[] {
  const wanted = field.isKept && linesOf(text).length === 0 ? [""] : linesOf(text);
  if (field.lines.length === 0) return firstLines(field, wanted, head);
  const writer = new LineWriter(field, head);
  for (const { added, removed, value } of changesOf(
    field.lines.map(({ shown }) => shown),
    wanted,
  )) {
    if (removed) writer.remove(value.length);
    else if (added) writer.add(value);
    else for (const _ of value) writer.keep();
  }
  return writer.end();
}

interface LineChange {
  readonly value: readonly string[];
  readonly added?: boolean;
  readonly removed?: boolean;
}

/** Of as many lines as before each is the one in its place: of two that are alike the right one stays. */
function changesOf(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  if (before.length !== after.length) return diffArrays([...before], [...after]);
  return before.flatMap((line, i): LineChange[] => {
    const now = after[i] ?? "";
    return now === line
      ? [{ value: [line] }]
      : [
          { value: [line], removed: true },
          { value: [now], added: true },
        ];
  });
}

function firstLines({ absent, rest }: Field, wanted: readonly string[], head: string): readonly TextEdit[] {
  if (wanted.length === 0) return [];
  const lines = wanted.map((line, i) => written(i === 0 ? head : rest, line));
  return [{ from: absent.at, to: absent.at, text: absent.before + lines.join("\n") + absent.after }];
}

function written(prefix: string, line: string): string {
  return line === "" ? prefix.trimEnd() : prefix + line;
}

/** Goes through the lines of a field and collects the changes. */
class LineWriter {
  private readonly edits: FieldEdit[] = [];
  private readonly field: Field;
  private readonly head: string;
  private old: FieldLine[] = [];
  private fresh: FreshLine[] = [];
  /** How many lines of the field, and of the new text, have been handled. */
  private read = 0;
  private put = 0;

  constructor(field: Field, head: string) {
    this.field = field;
    this.head = head;
  }

  remove(count: number): void {
    this.old.push(...this.field.lines.slice(this.read, this.read + count));
    this.read += count;
  }

  add(lines: readonly string[]): void {
    for (const line of lines) this.fresh.push({ prefix: this.nextPrefix(), line });
  }

  keep(): void {
    this.flush();
    const line = this.field.lines[this.read] as FieldLine;
    const isMoved = (this.read === 0) !== (this.put === 0) || (this.put === 0 && this.head !== this.field.head);
    const text = written(this.nextPrefix(), line.source);
    if (isMoved && text !== line.prefix + line.source) this.edits.push({ from: line.from, to: line.to, text });
    this.read++;
  }

  end(): readonly FieldEdit[] {
    this.flush();
    return this.edits;
  }

  private nextPrefix(): string {
    return this.put++ === 0 ? this.head : this.field.rest;
  }

  /** Writes each added line in place of a removed one. Lines between two lines of a field belong to others, and stay. */
  private flush(): void {
    const { old, fresh } = this;
    this.old = [];
    this.fresh = [];
    const texts = keepSentences(old, fresh);
    const last = Math.min(old.length, fresh.length) - 1;
    if (last < 0 && fresh.length > 0)
      this.edits.push(this.between(fresh.map(({ prefix, line }) => written(prefix, line)).join("\n")));
    for (const [i, { from, to }] of old.entries()) {
      const made = i < last ? texts[i] : i === last ? joined(texts.slice(i)) : undefined;
      this.edits.push(made === undefined ? withoutLine({ from, to }) : { from, to, ...made });
    }
  }

  private between(text: string): TextEdit {
    const { lines } = this.field;
    const next = lines[this.read];
    if (next !== undefined) return { from: next.from, to: next.from, text: `${text}\n` };
    const { to } = lines.at(-1) as FieldLine;
    return { from: to, to, text: `\n${text}` };
  }
}

/** Several lines as one text. */
function joined(texts: readonly KeptText[]): KeptText {
  return texts.reduce(({ text, kept }, next) => {
    const shift = text.length + 1;
    const moved = next.kept.map((part) => ({ ...part, from: part.from + shift, to: part.to + shift }));
    return { text: `${text}\n${next.text}`, kept: [...kept, ...moved] };
  });
}

function withoutLine({ from, to }: Pick<FieldLine, "from" | "to">): TextEdit {
  return { from, to: to + 1, text: "" };
}
