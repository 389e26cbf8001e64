import { fencedLines } from "#lib/markdown/code-spans";
import { tidyLines } from "../markup/tidy-lines.ts";
import type { Importer } from "../report.ts";
import { readAnswerBlock } from "../shared/answer-block.ts";
import { closeFences } from "../shared/close-fences.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, markOptions, refusedFile, titleOf } from "../shared/foreign-item.ts";
import { readTextFiles } from "../shared/read-text-files.ts";
import { splitLists } from "../shared/split-lists.ts";
import { isTask, readTaskList } from "../shared/task-list.ts";

interface Section {
  readonly level: number;
  readonly heading: string;
  readonly line: number;
  readonly lines: readonly string[];
}

const part =
  /^(?:[^\p{L}]*)(?:correct )?(?:answers?|explanations?|references?|resources?|sources?|rationale|hints?|links?|options?|choices?)\b\s*[:：]?\s*$/iu;
const contents = /table of contents|^contents$|^index$/i;
const numbered = /^(?:q(?:uestion)?\.?\s*#?\s*\d+\s*[.):：-]*\s*|\d{1,4}\s*[.)]\s+)/i;

/**
 * A bank in one Markdown file: each question a heading (`###` usually) that is its stem, a task list under it, then
 * perhaps an explanation, references and a link back to the top.
 */
export const importMarkdownBank: Importer = (input) => finishImport(readTextFiles(input, readBank), input);

export function readBank(file: string, text: string): ForeignItems {
  const { lines, notices: fences } = closeFences(text.split("\n"));
  const sections = sectionsOf(lines);
  const withOptions = sections.filter((section) => hasTask(section));
  const level = mostCommon(withOptions.map((section) => section.level));
  const first = sections.findIndex(hasTask);
  const last = sections.findLastIndex(hasTask);
  const notices = fences.map((notice) => `${file}: ${notice}`);
  const items: ForeignItem[] = [];
  let category: string | null = null;
  if (level === null) return { items: [refusedFile(file, "no heading has a task list (- [ ] …)")], notices };

  for (let index = 0; index < sections.length; index++) {
    const section = sections[index];
    if (section === undefined) continue;
    const parts: Section[] = [];
    const isQuestion = hasTask(section) || (section.level === level && isAsked(section, index > first && index < last));
    if (!isQuestion) {
      if (section.level > 0 && section.level < level) category = categoryOf(section);
      const words = tidyLines(section.lines);
      if (words !== "" || section.level === level)
        notices.push(
          `${file}:${section.line} "${section.heading || "text before the first heading"}" is not a question; it was left out`,
        );
      continue;
    }
    while (belongs(sections[index + 1], section, level)) parts.push(sections[++index] as Section);
    items.push(...readSection(file, section, parts, category));
  }
  return { items, notices };
}

/** Whether `next` is a part of the question before it: its explanation, its references, a heading within its stem. */
function belongs(next: Section | undefined, question: Section, level: number): boolean {
  if (next === undefined || next.level === 0) return false;
  if (part.test(next.heading)) return true;
  return next.level > Math.max(level, question.level) && (!hasTask(next) || !hasTask(question));
}

// `###Which` is meant as a heading; `#1` and `#include` are not.
const headingLine = /^\s{0,3}(?:(#{1,6})[ \t\u00a0]+(.*?)|(#{2,6})([^#\s].*?))(?:[ \t]+#+)?[ \t]*$/;
/** "**1. What …?**", "**What …?**", "1. What …": what stands for headings in a file without any. */
const stemLine =
  /^(?:\*\*(?:(?:q(?:uestion)?\.?\s*)?\d{1,4}[.):]\s*(.+)|(.+\?))\*\*|(?:q(?:uestion)?\.?\s*)?\d{1,4}[.):]\s+(?!\[)(.+))\s*$/i;

/** The file by its headings; when those part no questions from each other, by bold or numbered stems. */
function sectionsOf(lines: readonly string[]): Section[] {
  const byHeading = splitSections(lines, false);
  if (byHeading.filter(hasTask).length > 1) return byHeading;
  const byStem = splitSections(lines, true);
  return byStem.filter(hasTask).length > byHeading.filter(hasTask).length ? byStem : byHeading;
}

function splitSections(lines: readonly string[], byStem: boolean): Section[] {
  const fenced = fencedLines(lines);
  const sections: { level: number; heading: string; line: number; lines: string[] }[] = [
    { level: 0, heading: "", line: 1, lines: [] },
  ];
  lines.forEach((line, index) => {
    const match = fenced[index] ? null : headingLine.exec(line);
    const stem = byStem && !fenced[index] && !isTask(line) ? stemLine.exec(line) : null;
    const before = sections.at(-1);
    const isNext =
      match === null && !fenced[index] && questionNumber(line) === questionNumber(before?.heading ?? "") + 1;
    const heading = isNext ? line : match ? (match[2] ?? match[4]) : (stem?.[1] ?? stem?.[2] ?? stem?.[3]);
    if (heading === undefined) before?.lines.push(line);
    else {
      const level = isNext ? (before?.level ?? 7) : match ? (match[1] ?? match[3] ?? "").length : 7;
      sections.push({ level, heading: heading.trim(), line: index + 1, lines: [] });
    }
  });
  return sections;
}

/** The number of "Q67. What …", which is a question even where its heading was forgotten; NaN for another line. */
function questionNumber(line: string): number {
  return Number(/^q(?:uestion)?\.?\s*(\d{1,4})[.):]\s+\S/i.exec(line)?.[1] ?? Number.NaN);
}

function hasTask(section: Section): boolean {
  const fenced = fencedLines(section.lines);
  return (
    section.level > 0 &&
    section.lines.some(
      (line, index) => !fenced[index] && isTask(line) && !/^\s*[-*+]\s*\[.?\]\s*\[[^\]]*\]\(#/.test(line),
    )
  );
}

/** A heading of the questions' level without a task list is still a question when it reads or lies like one. */
function isAsked(section: Section, amongQuestions: boolean): boolean {
  if (contents.test(section.heading) || part.test(section.heading)) return false;
  const listed = section.lines.filter((line) => /^\s*(?:[-*+]|\(?[A-Za-z\d][.)])\s+\S/.test(line)).length > 1;
  return (
    amongQuestions ||
    /\?\s*$/.test(section.heading) ||
    (listed && section.lines.some((line) => /answer\s*[:：]/i.test(line)))
  );
}

function categoryOf(section: Section): string | null {
  if (contents.test(section.heading) || /^(?:questions?|practice|exam|quiz)\b/i.test(section.heading)) return null;
  return section.level === 1 || tidyLines(section.lines) !== ""
    ? null
    : section.heading.replace(/^[^\p{L}\p{N}]+/u, "");
}

function mostCommon(levels: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The question of a section, and others that follow under the same heading without one of their own. */
function readSection(
  file: string,
  section: Section,
  parts: readonly Section[],
  category: string | null,
): ForeignItem[] {
  const lists = splitLists(section.lines);
  return lists.map(({ at, lines }, index) => {
    const own = index === 0 ? section : { ...section, heading: "", line: section.line + 1 + at };
    const item = readQuestion(file, { ...own, lines }, index === lists.length - 1 ? parts : [], category);
    return index === 0 ? item : { ...item, notes: [...(item.notes ?? []), secondList] };
  });
}

const secondList = "a second question under one heading; it was read as a separate question";

function readQuestion(file: string, section: Section, parts: readonly Section[], category: string | null): ForeignItem {
  const isPart = (candidate: Section) => part.test(candidate.heading);
  const inStem = parts.filter((candidate) => !isPart(candidate) || /option|choice/i.test(candidate.heading));
  const body = [
    ...section.lines,
    ...inStem.flatMap((candidate) => [
      /option|choice/i.test(candidate.heading) ? "" : `**${candidate.heading}**`,
      ...candidate.lines,
    ]),
  ];
  const list = readTaskList(withoutNavigation(body));
  const block = readAnswerBlock([
    ...list.after,
    ...parts
      .filter((candidate) => !inStem.includes(candidate))
      .flatMap((candidate) => [`## ${candidate.heading}`, ...withoutNavigation(candidate.lines)]),
  ]);
  const heading = section.heading
    .replace(numbered, "")
    .replace(/^\*\*(.*)\*\*$/, "$1")
    .trim();
  const stem = [heading, tidyLines(list.before)].filter((text) => text !== "").join("\n\n");
  const notes = [...list.notes];
  if (/\[(?:\.\.\.|…)\]\s*\.?$/.test(heading)) notes.push("the stem ends in [...], as if it had been shortened");
  const marked = list.options.some((option) => option.correct);
  const boxes = list.options.flatMap((option, index) => (option.correct ? [String.fromCharCode(65 + index)] : []));
  const disagree = marked && block.letters.length > 0 && [...block.letters].sort().join() !== boxes.join();
  const options = marked || block.letters.length === 0 ? list.options : markOptions(list.options, block.letters);
  return {
    place: `${file}:${section.line}`,
    title: titleOf(stem),
    file,
    category,
    notes,
    ...(disagree
      ? { refusal: `the boxes say ${boxes.join(", ")}, the line below them ${block.letters.join(", ")}` }
      : {}),
    ...(options === null
      ? { refusal: `the answer ${block.letters.join(", ")} names an option that does not exist` }
      : {}),
    draft: {
      stem,
      options: options ?? [],
      explanation: [marked ? (block.statedText ?? "") : "", block.explanation]
        .filter((text) => text !== "")
        .join("\n\n"),
      references: block.references,
    },
  };
}

/** Lines without links back to a table of contents and rules between questions: they say nothing. */
function withoutNavigation(lines: readonly string[]): string[] {
  const fenced = fencedLines(lines);
  const toAnchor = /^\s*[*_(]{0,3}\[[^\][]*\]\(#[^()]*\)[*_)]{0,3}\s*$/;
  const toTop = /^[^\p{L}]*(?:back|return|go)\s+to\s+(?:the\s+)?top[^\p{L}]*$/iu;
  const rule = /^\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/;
  const isNavigation = (line: string) =>
    toAnchor.test(line) || rule.test(line) || toTop.test(line.replace(/<[^<>]*>|\]\([^()]*\)/g, ""));
  return lines.filter((line, index) => fenced[index] || !isNavigation(line));
}
