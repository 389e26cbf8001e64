import type { DraftOption } from "#lib/content/draft";
import { letterAt } from "#lib/exam/letters";
import { fencedLines } from "#lib/markdown/code-spans";
import { tidyLines } from "../markup/tidy-lines.ts";
import type { Importer } from "../report.ts";
import { readAnswerBlock } from "../shared/answer-block.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, markOptions, refusedFile, titleOf } from "../shared/foreign-item.ts";
import { readTextFiles } from "../shared/read-text-files.ts";
import { dedent, isLabel, splitQuotes } from "../shared/task-list.ts";

interface Block {
  readonly line: number;
  readonly lines: readonly string[];
}

/** "1. What …", "Q3) …", "**12.** …", "### Question 4: …", "### 5. …" */
const stemStart =
  /^\s{0,3}(?:#{1,6}\s+)?[*_]{0,2}(?:(?:q(?:uestion)?\.?\s*#?\s*)(\d{1,4})|(\d{1,4})(?=[.):]))[*_]{0,2}\s*(?:[.):：-]|$)?[*_]{0,2}[ \t\u00a0]*(.*)$/iu;
/** "A. …", "- B) …", "(c) …", "**D.** …", "- [ ] E. …" */
const optionStart =
  /^([ \t]*)(?:[-*+][ \t]+)?(?:\[[ xX]?\][ \t]+)?[*_]{0,2}\(?([A-Za-z])[.):：]\)?[*_]{0,2}(?:[ \t\u00a0]+(.*)|[ \t]*)$/u;

/**
 * Numbered stems, lettered options, and a key that names letters ("Correct answer: B, E"), usually in a `<details>`
 * element with an explanation and a reference.
 */
export const importMarkdownLetters: Importer = (input) => finishImport(readTextFiles(input, readLettered), input);

export function readLettered(file: string, text: string): ForeignItems {
  const lines = withoutFrontMatter(text).split("\n");
  const { blocks, category, before, aside } = splitBlocks(lines);
  if (blocks.length === 0) return { items: [refusedFile(file, "no numbered question was found")], notices: [] };
  const notices =
    before === "" ? [] : [`${file}:1 the text before the first question is not a question; it was left out`];
  notices.push(...aside.map(({ line, heading }) => `${file}:${line} "${heading}" is not a question; it was left out`));
  return { items: blocks.map((block) => readQuestion(file, block, category.get(block) ?? null)), notices };
}

function withoutFrontMatter(text: string): string {
  const front = /^---\n[\s\S]*?\n---[ \t]*(?=\n)/.exec(text)?.[0];
  return front === undefined ? text : front.replace(/[^\n]/g, "") + text.slice(front.length);
}

interface Blocks {
  readonly blocks: Block[];
  readonly category: Map<Block, string>;
  readonly before: string;
  /** Headings between the questions that have a text of their own. */
  readonly aside: readonly { readonly line: number; readonly heading: string }[];
}

function splitBlocks(lines: readonly string[]): Blocks {
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

function readQuestion(file: string, block: Block, category: string | null): ForeignItem {
  const lines = [...block.lines];
  const opening = (stemStart.exec(lines[0] ?? "")?.[3] ?? "").replace(/^(.*?)\*\*$/, "$1");
  // The first option sometimes ends up on the line of the stem.
  const body = [...opening.split(/[ \t]{2,}(?=[-*][ \t]+A[.)][ \t])/), ...dedent(lines.slice(1))];
  const first = body.findIndex((line) => optionStart.exec(line)?.[2]?.toUpperCase() === "A");
  const end = body.findIndex((line, index) => index > Math.max(0, first) && endsOptions(line));
  const asked = end < 0 ? body : body.slice(0, end);
  const { stem, options, boxed, after, notes } = readOptions(asked);
  const answer = readAnswerBlock([...after, ...(end < 0 ? [] : body.slice(end))]);
  const place = `${file}:${block.line}`;
  const title = titleOf(stem);
  const shared = { place, title, file, category, notes };
  const letters =
    [answer.letters, lettersOfText(options, answer.statedText), boxed].find((each) => each.length > 0) ?? [];
  const marked = markOptions(options, letters);
  const differ = boxed.length > 0 && [...letters].sort().join() !== boxed.join();
  const draft = {
    stem,
    options: marked ?? options,
    explanation: withoutAnswerText(answer.explanation, marked),
    references: answer.references,
  };
  if (options.length === 0) return { ...shared, draft, refusal: "no lettered options were found" };
  if (letters.length === 0) {
    const stated =
      answer.statedText === null
        ? "no key is stated (Correct answer: B)"
        : `the stated answer "${answer.statedText}" is none of the options`;
    return { ...shared, draft, refusal: stated };
  }
  if (differ)
    return {
      ...shared,
      draft,
      refusal: `the boxes say ${boxed.join(", ")}, the line below them ${letters.join(", ")}`,
    };
  if (marked === null)
    return { ...shared, draft, refusal: `the key ${letters.join(", ")} names an option that does not exist` };
  return { ...shared, draft };
}

/** Options run A, B, C, …; a line with another letter belongs to what comes before it. */
function readOptions(lines: readonly string[]): {
  stem: string;
  options: DraftOption[];
  /** Letters of the options with a box that is marked. */
  boxed: string[];
  after: string[];
  notes: string[];
} {
  const fenced = fencedLines(lines);
  const starts: number[] = [];
  lines.forEach((line, index) => {
    const letter = fenced[index] ? undefined : optionStart.exec(line)?.[2];
    if (letter !== undefined && letter.toUpperCase().charCodeAt(0) - 65 === starts.length) starts.push(index);
  });
  if (starts.length < 2) return { stem: tidyLines(lines), options: [], boxed: [], after: [], notes: [] };
  const after: string[] = [];
  let end = lines.length;
  const options = starts.map((start, position) => {
    const next = starts[position + 1];
    let own = lines.slice(start + 1, next);
    if (next === undefined) {
      const margin = own.findIndex(
        (line, index) => line.trim() !== "" && /^\S/.test(line) && (own[index - 1] ?? "").trim() === "" && index > 0,
      );
      if (margin >= 0) {
        after.push(...own.slice(margin));
        own = own.slice(0, margin);
        end = start + 1 + margin;
      }
    }
    const { text, quote } = splitQuotes(dedent(own));
    const first = (optionStart.exec(lines[start] ?? "")?.[3] ?? "").replace(/^\*\*$|(?<!\*.*)\*\*$/g, "");
    return { text: tidyLines([first, ...text]), correct: false, note: quote };
  });
  const boxed = starts.flatMap((start, index) =>
    /^[ \t]*(?:[-*+][ \t]+)?\[[xX]\]/.test(lines[start] ?? "") ? [String.fromCharCode(65 + index)] : [],
  );
  const strays = lines.flatMap((line, index) => {
    const isStray = index > (starts[0] ?? 0) && !fenced[index] && !starts.includes(index) && optionStart.test(line);
    if (!isStray) return [];
    const [option, next] = [starts.filter((start) => start < index).length - 1, starts.length].map(letterAt);
    const where = index < end ? `it was joined to option ${option}` : "it stands in the explanation";
    return [`"${line.trim().slice(0, 60)}" is not option ${next}; ${where}`];
  });
  return { stem: tidyLines(lines.slice(0, starts[0])), options, boxed, after, notes: strays };
}

/** Whether `line` opens what stands after the options. */
function endsOptions(line: string): boolean {
  return (
    /<details\b/i.test(line) || isLabel(line) || /^#{1,6}\s*(?:correct )?(?:answer|explanation|solution)/i.test(line)
  );
}

/** The letter of the option that the key repeats instead of naming it. */
function lettersOfText(options: readonly DraftOption[], stated: string | null): string[] {
  if (stated === null) return [];
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[*_`]/g, "")
      .replace(/[.\s]+$/, "")
      .trim();
  const index = options.findIndex((option) => plain(option.text) === plain(stated));
  return index < 0 ? [] : [String.fromCharCode(65 + index)];
}

/** A key such as "B. Blue" repeats its option; that is not an explanation. */
function withoutAnswerText(explanation: string, options: readonly DraftOption[] | null): string {
  const [first = "", ...rest] = explanation.split("\n");
  const repeats = (options ?? []).some(
    (option) => option.correct && option.text.replace(/[.\s]+$/, "") === first.replace(/[.\s]+$/, ""),
  );
  return repeats ? rest.join("\n").trim() : explanation;
}
