import { fencedLines } from "#lib/markdown/code-spans";
import { isLabel, isTask } from "./task-list.ts";

/** The lines of one question, and how many come before them. */
export interface ListPart {
  readonly at: number;
  readonly lines: readonly string[];
}

const marked = /\[\s*[xX✓✔*]\s*\]/;
const rule = /^\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/;

/**
 * `lines` cut where a paragraph between two task lists asks another question. Both lists then have two boxes or more and a
 * key of their own; a paragraph that stands within one list belongs to the option before it.
 */
export function splitLists(lines: readonly string[]): readonly ListPart[] {
  const fenced = fencedLines(lines);
  const boxes = lines.map((line, index) => !fenced[index] && isTask(line));
  const tasks = boxes.flatMap((isBox, index) => (isBox ? [index] : []));
  const keys = lines.map(
    (line, index) => !fenced[index] && (isLabel(line) || (boxes[index] === true && marked.test(line))),
  );
  const boxesBefore = runningCount(boxes);
  const keysBefore = runningCount(keys);
  const isWhole = (from: number, to: number) =>
    (boxesBefore[to] ?? 0) - (boxesBefore[from] ?? 0) > 1 && (keysBefore[to] ?? 0) > (keysBefore[from] ?? 0);
  const cuts = [0];
  tasks.forEach((task, position) => {
    const next = tasks[position + 1];
    const seam = next === undefined ? null : seamBetween(lines, fenced, task + 1, next);
    const from = cuts.at(-1) ?? 0;
    if (seam !== null && isWhole(from, seam) && isWhole(seam, lines.length)) cuts.push(seam);
  });
  return cuts.map((at, index) => {
    const part = lines.slice(at, cuts[index + 1]);
    return { at, lines: index < cuts.length - 1 ? withoutLastRule(part) : part };
  });
}

/** A rule parts a question from the next and says nothing. */
function withoutLastRule(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return rule.test(lines[last] ?? "") ? lines.slice(0, last) : lines;
}

/** How many are true before each index, and before the end. */
function runningCount(flags: readonly boolean[]): readonly number[] {
  let count = 0;
  return [0, ...flags.map((flag) => (count += Number(flag)))];
}

/** Where the paragraph begins that asks the next question, or null. */
function seamBetween(lines: readonly string[], fenced: readonly boolean[], from: number, to: number): number | null {
  const isRule = (index: number) =>
    !fenced[index] && rule.test(lines[index] ?? "") && (lines[index - 1] ?? "").trim() === "";
  const indexes = Array.from({ length: to - from }, (_, offset) => from + offset);
  const afterRule = indexes.findLast(isRule);
  const starts = indexes.filter(
    (index) =>
      index > (afterRule ?? -1) &&
      !fenced[index] &&
      /^[^\s>]/.test(lines[index] ?? "") &&
      !/^(?:[-*+•]|\d{1,3}[.)])\s/.test(lines[index] ?? "") &&
      !isRule(index) &&
      !isLabel(lines[index] ?? "") &&
      (lines[index - 1] ?? "").trim() === "",
  );
  const isExplained = indexes.some((index) => isLabel(lines[index] ?? ""));
  return (afterRule === undefined && isExplained ? starts.at(-1) : starts[0]) ?? null;
}
