import { type GIFTQuestion, type TextFormat as GiftText, parse } from "gift-pegjs";
import { toMarkdown } from "../markup/source-text.ts";
import type { Importer, ImportInput } from "../report.ts";
import { decodeText } from "../shared/decode-text.ts";
import { fromTags } from "../shared/draft-tags.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, refusedFile, titleOf } from "../shared/foreign-item.ts";
import { splitReferences } from "../shared/references-section.ts";
import { type Answers, answersOf, type Text } from "./answers.ts";
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
