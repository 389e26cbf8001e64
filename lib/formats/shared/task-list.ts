import type { DraftOption } from "#lib/content/draft";
import { fencedLines } from "#lib/markdown/code-spans";
import { foreignAnswer, foreignExplanation } from "./labels.ts";

export interface TaskList {
  /** Lines before the first option. */
  readonly before: readonly string[];
  readonly options: readonly DraftOption[];
  /** Lines after the last option that do not belong to it. */
  readonly after: readonly string[];
  readonly notes: readonly string[];
}

// Any space between the brackets counts, the no-break space too; `[x](address)` is a link.
const box =
  /^([\s\u00a0]*)(?:[-*+•]|\d{1,3}[.)]|[A-Za-z][.)])[\s\u00a0]*\[[\s\u00a0]*([xX✓✔*]?)[\s\u00a0]*\](?![([])[\s\u00a0]*(.*)$/u;
const bareBox = /^([\s\u00a0]*)\[([ \u00a0]|[xX])\](?![([])[\s\u00a0]+(.*)$/u;
/** What some write for a text, so that a host shows the bullet. */
const placeholder = /^(?:&(?:shy|nbsp|zwnj);|[\u00ad\u200b-\u200d])+/;
const bullet = /^([ \t]*)[-*+][ \t]+(.*)$/;

export function isTask(line: string): boolean {
  return box.test(line) || bareBox.test(line);
}

/**
 * Reads a task list with the irregularities of banks kept by hand: any bullet, numbers, `[X]`, missing or extra spaces,
 * indentation, quotes and code at the margin, an option whose box was forgotten.
 */
export function readTaskList(lines: readonly string[]): TaskList {
  const fenced = fencedLines(lines);
  const tasks = lines.flatMap((line, index) => (!fenced[index] && isTask(line) ? [index] : []));
  const first = tasks[0];
  if (first === undefined) return { before: lines, options: [], after: [], notes: [] };

  const notes: string[] = [];
  const indent = width(box.exec(lines[first] ?? "")?.[1] ?? "");
  const starts = withForgottenBoxes(lines, fenced, tasks, indent, notes);
  const options: DraftOption[] = [];
  let after: readonly string[] = [];
  // Of options that have their code below them at the margin, so has the last.
  const haveCode =
    starts.length > 1 &&
    starts.slice(0, -1).every((start, position) => {
      const below = lines.slice(start + 1, starts[position + 1]).find((line) => line.trim() !== "");
      return /^(?:```|~~~)/.test(below ?? "");
    });
  starts.forEach((start, position) => {
    const next = starts[position + 1];
    const body = lines.slice(start + 1, next);
    const own = next === undefined ? ownLines(body, lines[start] ?? "", haveCode) : body.length;
    if (next === undefined) after = body.slice(own);
    else tellJoined(body, options.length + 1, notes);
    options.push(readOption(lines[start] ?? "", body.slice(0, own), indent, options.length, notes));
  });
  return { before: lines.slice(0, first), options: withoutLabels(options, notes), after, notes };
}

/** A paragraph at the margin between two options may be something else than the rest of the first. */
function tellJoined(body: readonly string[], number: number, notes: string[]): void {
  const fenced = fencedLines(body);
  const at = body.findIndex(
    (line, index) => index > 0 && !fenced[index] && /^[^\s>`~]/.test(line) && (body[index - 1] ?? "").trim() === "",
  );
  if (at >= 0) notes.push(`"${body[at]?.slice(0, 60)}" is between two options; it was joined to option ${number}`);
}

/** A plain bullet between two boxes at their margin is an option whose box was forgotten. */
function withForgottenBoxes(
  lines: readonly string[],
  fenced: readonly boolean[],
  tasks: readonly number[],
  indent: number,
  notes: string[],
): number[] {
  const last = tasks.at(-1) ?? 0;
  const starts = new Set(tasks);
  for (let index = tasks[0] ?? 0; index < last; index++) {
    const match = bullet.exec(lines[index] ?? "");
    if (starts.has(index) || fenced[index] || match === null || width(match[1] ?? "") > indent) continue;
    starts.add(index);
    notes.push(`option "${match[2] ?? ""}" has no checkbox; it was read as unmarked`);
  }
  return [...starts].sort((a, b) => a - b);
}

/** How many lines after the last option are still its own: up to a paragraph at the margin after a blank line. */
function ownLines(body: readonly string[], start: string, haveCode: boolean): number {
  const empty = haveCode || (box.exec(start)?.[3] ?? "").replace(placeholder, "").trim() === "";
  const fenced = fencedLines(body);
  for (let index = 0; index < body.length; index++) {
    const line = body[index] ?? "";
    if (line.trim() === "" || fenced[index - 1]) continue;
    const blankBefore = index > 0 && (body[index - 1] ?? "").trim() === "";
    const atMargin = /^\S/.test(line);
    if (/^\s*<\/?details|^\s*\**\[[^\]]*\]\(#|^#{1,6}\s|^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/i.test(line)) return index;
    if (isLabel(line) || (atMargin && blankBefore && !(empty && fenced[index]))) return index;
  }
  return body.length;
}

const label =
  /^\s*(?:>\s*)?(?:[-*+]\s+)?[*_]*(?:the\s+)?(?:correct\s+|right\s+)?(?:answers?|ans|correct|explanations?|references?|resources?|sources?|rationale|reason|key|solution|hints?|links?)\b\.?(?:\(s\))?(?:[*_]*\s*(?:\([^)]*\)\s*)?[:：]|(?:\*\*|__)(?:\s|$)|\s+[-–—]\s+\(?[A-Z]\b)/i;
const foreignLabel = new RegExp(
  String.raw`^\s*(?:>\s*)?(?:[-*+]\s+)?[*_]*(?:${foreignAnswer}|${foreignExplanation})[*_]*\s*[:：]`,
  "iu",
);

/** Lines such as "Explanation: …" or "**Answer:** B", which open another part wherever they stand. */
export function isLabel(line: string): boolean {
  return label.test(line) || foreignLabel.test(line);
}

function readOption(
  line: string,
  body: readonly string[],
  indent: number,
  position: number,
  notes: string[],
): DraftOption {
  const match = box.exec(line) ?? bareBox.exec(line) ?? bullet.exec(line);
  const marked = match !== null && match.length === 4;
  const text = (marked ? match[3] : match?.[2]) ?? "";
  if (width(match?.[1] ?? "") >= indent + 2) {
    notes.push(`option ${position + 1} is indented under another; it was read as a separate option`);
  }
  const { text: rest, quote } = splitQuotes(dedent(body));
  return {
    text: [text.trim().replace(placeholder, ""), ...rest].join("\n").replace(/\s+$/, "").replace(/^\n+/, ""),
    correct: marked && (match[2] ?? "").trim() !== "",
    note: quote,
  };
}

/** Quotes under an option explain it; all else continues it. */
export function splitQuotes(lines: readonly string[]): { text: string[]; quote: string | null } {
  const fenced = fencedLines(lines);
  const isQuote = (index: number) => !fenced[index] && /^\s{0,3}>/.test(lines[index] ?? "");
  const text = lines.filter((_, index) => !isQuote(index));
  const quote = lines.filter((_, index) => isQuote(index)).map((line) => line.replace(/^\s*> ?/, ""));
  return { text, quote: quote.join("\n").trim() || null };
}

/**
 * Lines without the indentation that all indented ones share; lines at the margin stay. A code block moves as a whole,
 * by the indentation of its first fence.
 */
export function dedent(lines: readonly string[]): string[] {
  const fenced = fencedLines(lines);
  const indents = lines.filter((line, index) => !fenced[index] && /^\s+\S/.test(line)).map(indentOf);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  let ofFence = 0;
  return lines.map((line, index) => {
    if (fenced[index] && !fenced[index - 1]) ofFence = indentOf(line);
    const kept = Math.max(0, indentOf(line) - (fenced[index] ? ofFence : shared));
    return " ".repeat(kept) + line.trimStart();
  });
}

function indentOf(line: string): number {
  return width(/^\s*/.exec(line)?.[0] ?? "");
}

function width(spaces: string): number {
  return spaces.replace(/\t/g, "    ").length;
}

/** Options that carry their own running letters or numbers lose them: shuffled options cannot keep them. */
function withoutLabels(options: readonly DraftOption[], notes: string[]): DraftOption[] {
  const label = /^\(?([A-Za-z]|\d{1,2})[.):]\s+/;
  const isRunning = (option: DraftOption, index: number) => {
    const mark = label.exec(option.text)?.[1]?.toUpperCase();
    return mark === String.fromCharCode(65 + index) || mark === String(index + 1);
  };
  if (options.length < 2 || !options.every(isRunning)) return [...options];
  notes.push("the letters or numbers written before the options were removed, because options are shuffled");
  return options.map((option) => ({ ...option, text: option.text.replace(label, "") }));
}
