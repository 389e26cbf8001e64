import type { GIFTQuestion, TextFormat as GiftText } from "gift-pegjs";
import type { QuestionDraft } from "#lib/content/draft";
import { readAnswers } from "../moodle/cloze.ts";
import { clozeDraft, type ForeignBlank, placeOf, plainOption } from "../shared/blanks.ts";
import { type GiftBlock, guardSigns, restoreSigns } from "./split.ts";

/** What makes Markdown of a text, whose format GIFT tells. */
type Convert = (given: GiftText) => string;

/**
 * GIFT has one list of answers for a question. A text with several blanks is a matching: `[[1]]` stands in the text, each
 * pair names a blank and its right option, and the wrong ones of a blank follow it as matches of nothing.
 */
export function printGaps(blanks: readonly (readonly string[])[], print: (plain: string) => string): string {
  return blanks
    .flatMap(([right = "", ...wrong], index) => [
      `=${markOf(index)} -> ${print(right)}`,
      ...wrong.map((option) => `= -> ${print(option)}`),
    ])
    .join("\n");
}

export function markOf(index: number): string {
  return `[[${index + 1}]]`;
}

/** The text with blanks that a matching writes as `printGaps` does; null for every other one. */
export function gapsOfMatching(
  question: Extract<GIFTQuestion, { type: "Matching" }>,
  convert: Convert,
  plain: (text: string) => string,
  notes: string[],
): Partial<QuestionDraft> | string | null {
  const blanks: string[][] = [];
  for (const { subquestion, subanswer } of question.matchPairs) {
    const left = plain(subquestion.text).trim();
    if (left === markOf(blanks.length)) blanks.push([]);
    else if (left !== "" || blanks.length === 0) return null;
    blanks.at(-1)?.push(plain(subanswer).trim());
  }
  const { stem } = question;
  const isMarked = stem !== null && blanks.every((_, index) => stem.text.split(markOf(index)).length === 2);
  if (!isMarked) return null;
  const text = blanks.reduce((marked, _, index) => marked.replace(markOf(index), () => placeOf(index)), stem.text);
  return clozeDraft(
    convert({ ...stem, text }),
    blanks.map((options) => ({ options })),
    notes,
  );
}

/** The one blank of our own text, whose place in it the parser does not tell. */
export function gapInText(
  question: Extract<GIFTQuestion, { type: "MC" }>,
  block: GiftBlock,
  convert: Convert,
  notes: string[],
): Partial<QuestionDraft> | string | null {
  const guarded = guardSigns(block.text);
  const [before, after] = [guarded.slice(0, guarded.indexOf("{")), guarded.slice(guarded.lastIndexOf("}") + 1)];
  const text = `${before.replace(/^\s*::[^:]*::\s*(?:\[[a-z]+\])?/, "")}${placeOf(0)}${after}`;
  const options = [...question.choices]
    .sort((a, b) => Number(b.isCorrect) - Number(a.isCorrect))
    .map((choice) => plainOption(restoreSigns(choice.text.text)));
  return clozeDraft(convert({ format: question.stem?.format ?? "moodle", text }), [{ options }], notes);
}

const group = /(?<!\\)\{((?:\\.|[^\\{}]){0,5000})\}/gs;
const typed = /^\s*\d*:(MULTICHOICE|MULTIRESPONSE|MC|MR|SHORTANSWER|SA|MW|NUMERICAL|NM)[A-Z_]*:/;

/** Whether a block has several lists of answers, or answers that are embedded as Moodle's Cloze does it. */
export function hasGaps(block: string): boolean {
  const groups = [...block.matchAll(group)].map(([, answers = ""]) => answers);
  return (
    groups.some((answers) => typed.test(answers)) || (groups.length > 1 && groups.every((a) => /(?<!\\)[=~]/.test(a)))
  );
}

/** The draft of a block with several lists of answers, `Water is {=wet ~dry} and {=blue ~red}`, or why it is none. */
export function readGaps(block: string, convert: Convert, notes: string[]): Partial<QuestionDraft> | string {
  const blanks: ForeignBlank[] = [];
  const problems: string[] = [];
  const body = block.replace(/^\s*::(?:\\.|[^\\:])*::/, "");
  const [, format = "moodle", rest = ""] = /^\s*(?:\[(html|moodle|plain|markdown)\])?([\s\S]*)$/.exec(body) ?? [];
  const text = rest.replace(group, (_, answers: string) => {
    const number = blanks.length + 1;
    const type = typed.exec(answers)?.[1];
    const list = type === undefined ? answers.replace(/(?<![\\~]\s*)(?:^|\s)=/g, "~=") : answers.replace(typed, "");
    if (type !== undefined && !/^M(?:ULTICHOICE|C)$/.test(type))
      problems.push(
        `blank ${number} is answered by ${type}; a blank here has a list of options, one of which is correct`,
      );
    const blank = readAnswers(list.trim(), number, notes);
    if (blank === null) problems.push(`blank ${number} does not have exactly one correct option`);
    blanks.push(blank ?? { options: [] });
    return placeOf(number - 1);
  });
  if (problems[0] !== undefined) return problems[0];
  const plain = text.replace(/\\([~=#{}:])/g, "$1");
  return clozeDraft(convert({ format: format as GiftText["format"], text: plain }), blanks, notes);
}
