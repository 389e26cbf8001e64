import { type GIFTQuestion, type TextFormat as GiftText, type NumericalFormat, parse } from "gift-pegjs";
import type { DraftOption, QuestionDraft } from "#lib/content/draft";
import { asking, withOthers } from "#lib/content/matches";
import { toMarkdown } from "../markup/source-text.ts";
import type { Importer, ImportInput } from "../report.ts";
import { decodeText } from "../shared/decode-text.ts";
import { fromTags } from "../shared/draft-tags.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, refusedFile, titleOf } from "../shared/foreign-item.ts";
import { splitReferences } from "../shared/references-section.ts";
import { rounded } from "../shared/rounded.ts";
import { acceptedBy } from "../shared/wildcards.ts";
import { gapInText, gapsOfMatching, hasGaps, readGaps } from "./blanks.ts";
import { type GiftBlock, guardSigns, restoreSigns, splitGift } from "./split.ts";

/** Longest question handed to the parser, in characters; its grammar backtracks. */
const longestBlock = 50_000;

/** Moodle's GIFT: one text file of many questions of all kinds. */
export const importGift: Importer = (input) => finishImport(readFiles(input), input);

function readFiles(input: ImportInput): ForeignItems {
  const items: ForeignItem[] = [];
  for (const file of input.files) {
    const decoded = decodeText(file.bytes);
    const found = decoded.ok ? readGift(file.path, decoded.text) : [refusedFile(file.path, decoded.reason)];
    items.push(...(found.length > 0 ? found : [refusedFile(file.path, "no question was found")]));
  }
  return { items, notices: [] };
}

function readGift(file: string, text: string): ForeignItem[] {
  const items: ForeignItem[] = [];
  let category: string | null = null;
  for (const block of splitGift(text)) {
    const named = /^\s*\$CATEGORY:\s*(.*)$/.exec(block.text)?.[1];
    if (named !== undefined) category = named.replace(/^\$\w+\$\/(?:top\/)?/, "").trim();
    else items.push(readBlock(file, block, category));
  }
  return items;
}

function readBlock(file: string, block: GiftBlock, category: string | null): ForeignItem {
  const place = `${file}:${block.line}`;
  const refused = (refusal: string): ForeignItem => ({
    place,
    title: titleOf(block.text).replace(/\{[\s\S]*$/, ""),
    file,
    draft: {},
    refusal,
  });
  if (block.text.length > longestBlock)
    return refused(`the question has ${block.text.length} characters; at most ${longestBlock} are read`);
  if (/[\ue000-\ue00b]/.test(block.text))
    return refused("the text holds characters of the private area U+E000 to U+E00B");
  if (hasGaps(block.text)) return withGaps(file, place, block, category);
  const parsed = parseBlock(guardSigns(block.text));
  if (typeof parsed === "string") return refused(parsed);
  return toItem(file, place, block, parsed, category) ?? refused(whyNot(parsed));
}

/** A question with several lists of answers, which the parser's grammar does not have. */
function withGaps(file: string, place: string, block: GiftBlock, category: string | null): ForeignItem {
  const notes = block.comments.map((comment) => `not kept: comment "${comment}"`);
  const draft = readGaps(block.text, ({ format, text }) => toMarkdown(text, formatOf(format), notes), notes);
  const title = /^\s*::((?:\\.|[^\\:])*)::/.exec(block.text)?.[1]?.trim() ?? "";
  const found = { place, title: title || titleOf(block.text).replace(/\{[\s\S]*$/, ""), file, category };
  if (typeof draft === "string") return { ...found, draft: {}, refusal: draft };
  const id = block.id === null ? {} : { id: block.id };
  return { ...found, notes, draft: { ...fromTags(block.tags).draft, ...id, ...draft, explanation: "" } };
}

function formatOf(format: GiftText["format"]) {
  return format === "moodle" ? "auto" : format;
}

function parseBlock(text: string): GIFTQuestion | string {
  try {
    const [question, ...others] = parse(`${text}\n\n`);
    if (question === undefined) return "no question was found";
    return others.length === 0 ? question : "there are several questions without a blank line between them";
  } catch (error) {
    // A grammar says no by throwing; whatever else it throws (too deep a recursion) is a refusal of this question too.
    return error instanceof Error
      ? `this is not GIFT: ${restoreSigns(error.message).slice(0, 200)}`
      : "this is not GIFT";
  }
}

function whyNot(question: GIFTQuestion): string {
  if (question.type === "Essay") return "an essay has no key";
  return question.type === "Description" ? "a description asks nothing" : "it has no answers";
}

function toItem(
  file: string,
  place: string,
  block: GiftBlock,
  question: GIFTQuestion,
  category: string | null,
): ForeignItem | null {
  if (question.type === "Category" || question.type === "Description" || question.type === "Essay") return null;
  const notes = block.comments.map((comment) => `not kept: comment "${comment}"`);
  const text = (given: GiftText | null | undefined) => {
    if (given === null || given === undefined) return "";
    return toMarkdown(restoreSigns(given.text), formatOf(given.format), notes);
  };
  const tags = fromTags(block.tags);
  const title = question.title === null ? "" : restoreSigns(question.title).trim();
  const feedback = splitReferences(text(question.globalFeedback));
  const stem = text(question.stem);
  const gaps = gapsOf(question, block, tags.draft.kind === "cloze", text, notes);
  const answers = gaps ?? answersOf(question, text, notes, tags.unit, tags.draft.kind === "multiple");
  if (title !== "" && title !== block.id && title !== stem) notes.push(`not kept: title "${title}"`);
  return {
    place,
    title: title || titleOf(stem),
    file,
    category,
    notes,
    ...(answers.refusal === undefined ? {} : { refusal: answers.refusal }),
    draft: {
      ...tags.draft,
      ...(block.id === null ? {} : { id: block.id }),
      stem,
      ...answers.draft,
      explanation: [answers.feedback, feedback.explanation].filter((part) => part !== "").join("\n\n"),
      references: feedback.references,
    },
  };
}

/** Our own text with blanks: one within the text, or several as a matching; null for another question. */
function gapsOf(
  question: GIFTQuestion,
  block: GiftBlock,
  isCloze: boolean,
  text: Text,
  notes: string[],
): Answers | null {
  const draft =
    question.type === "Matching"
      ? gapsOfMatching(question, text, restoreSigns, notes)
      : isCloze && question.type === "MC"
        ? gapInText(question, block, text, notes)
        : null;
  if (draft === null) return null;
  return typeof draft === "string" ? { draft: {}, feedback: "", refusal: draft } : { draft, feedback: "" };
}

interface Answers {
  readonly draft: Partial<QuestionDraft>;
  readonly feedback: string;
  readonly refusal?: string;
}

type Text = (given: GiftText | null | undefined) => string;

function answersOf(
  question: Exclude<GIFTQuestion, { type: "Category" | "Description" | "Essay" }>,
  text: Text,
  notes: string[],
  unit: string | null,
  isMultiple: boolean,
): Answers {
  switch (question.type) {
    case "TF": {
      const option = (name: string, correct: boolean, given: GiftText | null): DraftOption => ({
        text: name,
        correct,
        note: text(given) || null,
      });
      // Moodle writes the feedback for a wrong answer first, the one for a right answer second.
      const [wrong, right] = [question.trueFeedback, question.falseFeedback];
      const options = [
        option("True", question.isTrue, question.isTrue ? right : wrong),
        option("False", !question.isTrue, question.isTrue ? wrong : right),
      ];
      return { draft: { kind: "single", options, shuffle: false }, feedback: "" };
    }
    case "MC":
      return choiceOf(question.choices, text, notes, isMultiple);
    case "Short":
      return shortOf(question.choices, text, notes);
    case "Numerical":
      return numericOf(question.choices, text, notes, unit);
    case "Matching": {
      const pairs = question.matchPairs.map((pair): [string, string] => [
        text(pair.subquestion),
        text({ format: pair.subquestion.format, text: pair.subanswer }),
      ]);
      const others = pairs.filter(([left]) => left === "").map(([, right]) => right);
      return { draft: { kind: "matching", pairs: withOthers(asking(pairs), others) }, feedback: "" };
    }
  }
}

type Choice = { isCorrect: boolean; weight: number | null; text: GiftText; feedback: GiftText | null };

/** `isMultiple` where our own export says so: GIFT cannot, of a question with one right option. */
function choiceOf(choices: readonly Choice[], text: Text, notes: string[], isMultiple: boolean): Answers {
  const weights = choices.map((choice) => choice.weight ?? (choice.isCorrect ? 100 : 0));
  const marked = choices.filter((choice) => choice.isCorrect);
  const several = isMultiple || (marked.length !== 1 && weights.filter((weight) => weight > 0).length > 1);
  const options = choices.map((choice, index) => ({
    text: text(choice.text),
    correct: several ? (weights[index] ?? 0) > 0 : marked.length === 1 ? choice.isCorrect : (weights[index] ?? 0) > 0,
    note: text(choice.feedback) || null,
  }));
  if (several && marked.filter((choice) => choice.weight === null).length > 1)
    notes.push("several options are marked with =, any of which was enough; here all of them must be chosen");
  const even = Math.round(1000 / Math.max(1, options.filter((option) => option.correct).length)) / 10;
  choices.forEach((choice, index) => {
    const { weight } = choice;
    const expected = options[index]?.correct ? [100, even] : several ? [0, -100, -even] : [0];
    if (weight !== null && !expected.some((value) => Math.abs(value - weight) < 0.5))
      notes.push(`not kept: weight ${weight}% of "${options[index]?.text ?? ""}"`);
  });
  return { draft: { kind: several ? "multiple" : "single", options }, feedback: "" };
}

function shortOf(choices: readonly Choice[], text: Text, notes: string[]): Answers {
  const accepted: string[] = [];
  const feedback: string[] = [];
  for (const choice of choices) {
    const answer = restoreSigns(choice.text.text).replace(/\s+/g, " ").trim();
    const isPartial = choice.weight !== null && choice.weight < 100;
    if (isPartial) notes.push(`not kept: "${answer}", worth ${choice.weight}%`);
    const texts = isPartial ? [] : acceptedBy(answer, notes);
    accepted.push(...texts);
    const said = text(choice.feedback);
    if (said !== "" && texts.length > 0) feedback.push(said);
    else if (said !== "") notes.push(`not kept: feedback on the answer "${answer}": ${said.slice(0, 200)}`);
  }
  return { draft: { kind: "text", accepted: [...new Set(accepted)] }, feedback: [...new Set(feedback)].join("\n\n") };
}

function numericOf(
  choices:
    | { isCorrect: boolean; weight: number | null; text: NumericalFormat; feedback: GiftText | null }[]
    | NumericalFormat,
  text: Text,
  notes: string[],
  unit: string | null,
): Answers {
  const list = Array.isArray(choices) ? choices : [{ isCorrect: true, weight: null, text: choices, feedback: null }];
  const [best, ...others] = list
    .filter((choice) => choice.isCorrect)
    .sort((a, b) => (b.weight ?? 100) - (a.weight ?? 100));
  for (const other of others)
    notes.push(`not kept: a further answer ${inWords(other.text)}, worth ${other.weight ?? 100}%`);
  const value = best === undefined ? null : rangeOf(best.text);
  if (value === null) return { draft: { kind: "numeric" }, feedback: "", refusal: "no number is stated as the answer" };
  for (const choice of list) {
    const said = choice === best ? "" : text(choice.feedback);
    if (said !== "") notes.push(`not kept: feedback on the answer ${inWords(choice.text)}: ${said.slice(0, 200)}`);
  }
  return { draft: { kind: "numeric", numeric: { ...value, unit } }, feedback: text(best?.feedback) };
}

function inWords(format: NumericalFormat): string {
  const range = rangeOf(format);
  return range === null ? "that is no number" : `${range.value} ± ${range.tolerance}`;
}

function rangeOf(format: NumericalFormat): { value: number; tolerance: number } | null {
  const { number, range = 0, numberLow, numberHigh } = format;
  if (number !== undefined) return { value: number, tolerance: Math.abs(range) };
  if (numberLow === undefined || numberHigh === undefined) return null;
  return { value: rounded((numberLow + numberHigh) / 2), tolerance: rounded(Math.abs(numberHigh - numberLow) / 2) };
}
