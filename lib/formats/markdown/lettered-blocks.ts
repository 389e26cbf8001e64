import { fencedLines } from "#lib/markdown/code-spans";
import { tidyLines } from "../markup/tidy-lines.ts";
import { isLabel } from "../shared/task-list.ts";
import { optionStart } from "./lettered-options.ts";

/** The lines of one question; `line` is the number of the first, from 1. */
export interface Block {
  readonly line: number;
  readonly lines: readonly string[];
}

/** "1. What …", "Q3) …", "**12.** …", "### Question 4: …", "### 5. …" */
export const stemStart =
  /^\s{0,3}(?:#{1,6}\s+)?[*_]{0,2}(?:(?:q(?:uestion)?\.?\s*#?\s*)(\d{1,4})|(\d{1,4})(?=[.):]))[*_]{0,2}\s*(?:[.):：-]|$)?[*_]{0,2}[ \t\u00a0]*(.*)$/iu;

interface Blocks {
  readonly blocks: Block[];
  readonly category: Map<Block, string>;
  readonly before: string;
  /** Headings between the questions that have a text of their own. */
  readonly aside: readonly { readonly line: number; readonly heading: string }[];
}

/** The questions of a file, each from its numbered stem to the next. */
export function splitBlocks(lines: readonly string[]): Blocks {
  const fenced = fencedLines(lines);
  const starts: number[] = [];
  const headings = new Map<number, string>();
  let heading: string | null = null;
  const section = sectionLevel(lines, fenced);
  /** Of the heading that the question is, or else of the sections: deeper ones are within it. */
  let level = section;
  let inDetails = false;
  let number = 0;
  let hasOptions = true;
  let inList = 0;
  lines.forEach((line, index) => {
    if (fenced[index]) return;
    if (/<details\b/i.test(line)) inDetails = true;
    const isOption = optionStart.test(line);
    const within = inDetails;
    const match = within ? null : stemStart.exec(line);
    if (/<\/details\s*>/i.test(line)) inDetails = false;
    if (match !== null) {
      const own = Number(match[1] ?? match[2]);
      const wasListed = inList;
      inList = own === wasListed + 1 ? own : 0;
      // A numbered list within a stem starts at 1 again and has no options of its own.
      const listed =
        !hasOptions &&
        own !== number + 1 &&
        (own === 1 ? number !== 1 || starts.length > 0 : wasListed > 0 && inList > 0);
      if (listed && number !== 0 && !(own === 1 && number === 1 && nextIsOption(lines, index))) return;
      starts.push(index);
      if (heading !== null) headings.set(index, heading);
      level = levelOf(line) ?? section;
      number = own;
      hasOptions = false;
      inList = 0;
    } else if (isOption) hasOptions = true;
    else if (!within && hasOptions && (levelOf(line) ?? 7) <= level && !isLabel(`${line.replace(/^#+\s*/, "")}:`)) {
      level = section;
      heading = withoutMarks(line);
      starts.push(-index - 1);
    }
  });
  const blocks: Block[] = [];
  const category = new Map<Block, string>();
  const aside: { line: number; heading: string }[] = [];
  const edges = starts.map((start) => (start < 0 ? -start - 1 : start));
  starts.forEach((start, position) => {
    const [from = 0, to = lines.length] = edges.slice(position);
    if (start < 0) {
      const words = lines.slice(from + 1, to).some((line) => /[\p{L}\p{N}]/u.test(line));
      if (words && blocks.length > 0) aside.push({ line: from + 1, heading: withoutMarks(lines[from] ?? "") });
      return;
    }
    const block = { line: start + 1, lines: withoutLastRule(lines.slice(from, to)) };
    blocks.push(block);
    const named = headings.get(start);
    if (named !== undefined && !/^(?:practice|exam|questions?|quiz|test)\b/i.test(named)) category.set(block, named);
  });
  const first = starts.find((start) => start >= 0) ?? 0;
  const before = tidyLines(lines.slice(0, first).filter((line) => !/^#|^\s*$/.test(line)));
  return { blocks, category, before, aside };
}

/** A rule parts a question from the next and says nothing. */
function withoutLastRule(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/.test(lines[last] ?? "") ? lines.slice(0, last) : lines;
}

/** The deepest of the headings over questions: those before the first one, and those with a question right below. */
function sectionLevel(lines: readonly string[], fenced: readonly boolean[]): number {
  let deepest = 0;
  let open = 0;
  let isBefore = true;
  lines.forEach((line, index) => {
    if (fenced[index] || line.trim() === "") return;
    const asks = stemStart.test(line);
    const level = asks ? null : levelOf(line);
    if (asks || (isBefore && level !== null)) deepest = Math.max(deepest, open, level ?? 0);
    isBefore &&= !asks;
    open = level === null ? 0 : Math.max(open, level);
  });
  return deepest;
}

function levelOf(line: string): number | null {
  return /^(#{1,6})\s+\S/.exec(line)?.[1]?.length ?? null;
}

function withoutMarks(heading: string): string {
  return heading.replace(/^#+\s*|\s*#*\s*$/g, "");
}

function nextIsOption(lines: readonly string[], index: number): boolean {
  return lines.slice(index + 1, index + 4).some((line) => optionStart.test(line));
}
