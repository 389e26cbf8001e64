import type { ListItem, Nodes } from "mdast";
import { frontKeys } from "#lib/content/kinds/kind";
import { hasChoice } from "#lib/content/letters/question-letters";
import { applyEdits, type TextEdit } from "#lib/content/mend/text-edit";
import { isSilent } from "#lib/content/read/blocks";
import { type ReadOption, type ReadQuestion, readQuestion } from "#lib/content/read/read-question";
import type { Field, FieldLine } from "./field-lines.ts";
import { type LearnerLetters, learnerLetters } from "./learner-letters.ts";

/** An option or a step of a file, with the parts that a form shows. */
export interface EditableEntry {
  /** From 0, in the file. */
  readonly index: number;
  readonly text: Field;
  /** Null for steps, which have no notes. */
  readonly note: Field | null;
  /** Whether its box is ticked; null if there is none. */
  readonly correct: boolean | null;
}

/** A cell of a table: a part of one line. */
export interface EditableCell {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A question file split into what a form shows, with the place of every piece. */
export interface EditableQuestion {
  readonly read: ReadQuestion;
  readonly letters: LearnerLetters;
  readonly stem: Field;
  /** The text with blanks; null for other kinds. */
  readonly cloze: Field | null;
  /** In the order of the file. */
  readonly entries: readonly EditableEntry[];
  /** Where another option goes, with its note; null for kinds without options. */
  readonly added: { readonly text: Field; readonly note: Field } | null;
  readonly pairs: readonly (readonly [EditableCell, EditableCell])[];
  /** What the front matter says about the answer, by its keys. */
  readonly front: readonly { readonly key: string; readonly value: Field }[];
  readonly explanation: Field;
  readonly references: Field;
}

/** Splits the file `file` with this text for a learner who sees the options in `order`; null if it is not a question. */
export function editableQuestion(file: string, text: string, order: readonly string[]): EditableQuestion | null {
  const { read } = readQuestion(file, text);
  if (read === null) return null;
  const letters = learnerLetters(read, order);
  const page = new Page(text, letters.shown);
  const { parts } = read;
  const entries = read.options.map((option, index) => page.entry(option, index, hasChoice(read)));
  return {
    read,
    letters,
    stem: page.blocks(parts.stem),
    cloze: parts.text.length > 0 ? page.blocks(parts.text) : null,
    entries,
    added: hasChoice(read) && parts.options ? page.added(parts.options) : null,
    // A match beside an empty cell has no place where a text could begin.
    pairs: read.pairs.flatMap(([left, right]) =>
      left.source === "" ? [] : [[cellOf(left, text), cellOf(right, text)]],
    ),
    front: frontKeys.filter((key) => key !== "shuffle" && key in read.front).flatMap((key) => page.frontKey(key)),
    explanation: page.blocks(parts.explanation?.content ?? []),
    references: page.references(parts.references?.content ?? [], parts.references !== null),
  };
}

/** Plain blocks begin where their lines do. */
const flush = { head: "", rest: "" };

/** The lines of a file, and what they look like on a learner's screen. */
class Page {
  private readonly text: string;
  private readonly shown: readonly TextEdit[];
  /** Offsets of the beginnings of the lines. */
  private readonly starts: readonly number[];

  constructor(text: string, shown: readonly TextEdit[]) {
    this.text = text;
    this.shown = shown;
    this.starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  }

  blocks(nodes: readonly Nodes[]): Field {
    const lines = this.linesOf(nodes).map((line) => this.line(line, ""));
    const at = lines.at(-1)?.to ?? this.text.length;
    return { ...flush, lines, isKept: false, absent: { at, before: "\n", after: "\n" } };
  }

  references(nodes: readonly Nodes[], hasHeading: boolean): Field {
    const end = this.text.endsWith("\n") ? "" : "\n";
    const before = hasHeading ? `${end}\n` : `${end}\n## References\n\n`;
    return { ...this.blocks(nodes), absent: { at: this.text.length, before, after: "\n" } };
  }

  entry({ node, correct }: ReadOption, index: number, isChoice: boolean): EditableEntry {
    const first = (node.position?.start.line ?? 1) - 1;
    const prefix = entryStart.exec(this.lineText(first))?.[0] ?? "";
    const rest = " ".repeat(/^\s*\S+\s/.exec(prefix)?.[0].length ?? 2);
    const { children } = node as ListItem;
    const quote = children.findIndex(({ type }) => type === "blockquote");
    const body = children.slice(0, quote < 0 ? children.length : quote);
    const margin = new RegExp(`^ {0,${rest.length}}`);
    const lines = [first, ...this.linesOf(body).filter((line) => line > first)].map((line) =>
      this.line(line, line === first ? prefix : (margin.exec(this.lineText(line))?.[0] ?? "")),
    );
    const absent = { at: lines.at(-1)?.to ?? 0, before: "", after: "" };
    const text = { lines, head: headOf(prefix), rest, absent, isKept: true };
    const note = quote < 0 ? null : (children[quote] ?? null);
    return { index, text, note: isChoice ? this.note(note, rest, text) : null, correct: isChoice ? correct : null };
  }

  added(list: Nodes): { readonly text: Field; readonly note: Field } {
    const last = this.lineText((list.position?.start.line ?? 1) - 1);
    const bullet = /^\s*\S+\s+/.exec(last)?.[0] ?? "- ";
    const rest = " ".repeat(bullet.length);
    const at = this.endOf((list.position?.end.line ?? 1) - 1);
    const absent = { at, before: "\n", after: "" };
    const field = (head: string, others: string): Field => ({ lines: [], head, rest: others, absent, isKept: false });
    return { text: field(`${bullet}[ ] `, rest), note: field(`${rest}> `, `${rest}> `) };
  }

  /** The lines of one key of the front matter; empty if it is not on a line of its own. */
  frontKey(key: string): readonly { readonly key: string; readonly value: Field }[] {
    const pattern = new RegExp(`^["']?${key}["']?:[ \\t]*`);
    const first = this.starts.findIndex((_, line) => pattern.test(this.lineText(line)));
    if (first < 0) return [];
    let last = first;
    while (/^(?:\s|- |$)/.test(this.lineText(last + 1)) && last + 1 < this.starts.length) last++;
    const head = pattern.exec(this.lineText(first))?.[0] ?? "";
    const lines = Array.from({ length: last - first + 1 }, (_, i) => this.line(first + i, i === 0 ? head : ""));
    const absent = { at: 0, before: "", after: "" };
    return [{ key, value: { lines, head: headOf(head), rest: "", absent, isKept: true } }];
  }

  private note(quote: Nodes | null, indent: string, { lines: body }: Pick<Field, "lines">): Field {
    const numbers = quote === null ? [] : this.linesOf([quote]);
    const lines = numbers.map((line) => this.line(line, /^[ \t]*(?:> ?)?/.exec(this.lineText(line))?.[0] ?? ""));
    const prefix = lines[0]?.prefix.replace(/>$/, "> ") ?? `${indent}> `;
    const absent = { at: body.at(-1)?.to ?? 0, before: "\n", after: "" };
    return { lines, head: prefix, rest: prefix, absent, isKept: false };
  }

  /** The numbers (from 0) of the lines of `nodes`. What an author hid in a comment is never shown. */
  private linesOf(nodes: readonly Nodes[]): readonly number[] {
    const shown = nodes.filter((node) => !isComment(node));
    const first = shown[0]?.position?.start.line;
    const last = shown.at(-1)?.position?.end.line;
    if (first === undefined || last === undefined) return [];
    const hidden = new Set(nodes.flatMap(commentLines));
    const all = Array.from({ length: last - first + 1 }, (_, i) => first - 1 + i);
    return all.filter((line) => !hidden.has(line));
  }

  private line(number: number, prefix: string): FieldLine {
    const from = this.starts[number] ?? this.text.length;
    const to = this.endOf(number);
    const start = from + prefix.length;
    const edits = this.shown.filter((edit) => edit.from >= start && edit.to <= to);
    const source = this.text.slice(start, to);
    const moved = edits.map((edit) => ({ ...edit, from: edit.from - start, to: edit.to - start }));
    const renamed = moved.sort((a, b) => a.from - b.from);
    return { from, to, prefix, source, shown: applyEdits(source, renamed), renamed };
  }

  private lineText(number: number): string {
    return this.text.slice(this.starts[number] ?? this.text.length, this.endOf(number));
  }

  private endOf(number: number): number {
    const next = this.starts[number + 1];
    return next === undefined ? this.text.length : next - 1;
  }
}

/** The sign of an entry with its box. */
const entryStart = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s+|$)(?:\[[ xX]\](?:\s+|$))?/;

function headOf(prefix: string): string {
  return /\s$/.test(prefix) ? prefix : `${prefix} `;
}

function isComment(node: Nodes): boolean {
  return node.type === "html" && isSilent(node);
}

function commentLines(node: Nodes): readonly number[] {
  if ("children" in node) return node.children.flatMap(commentLines);
  if (node.type !== "html" || !node.value.includes("<!--")) return [];
  const [from, to] = [node.position?.start.line ?? 0, node.position?.end.line ?? 0];
  return Array.from({ length: to - from + 1 }, (_, i) => from - 1 + i);
}

function cellOf({ node }: ReadOption, text: string): EditableCell {
  const children = "children" in node ? node.children : [];
  const from = children[0]?.position?.start.offset ?? node.position?.start.offset ?? 0;
  const to = children.at(-1)?.position?.end.offset ?? from;
  return { from, to, text: text.slice(from, to) };
}
