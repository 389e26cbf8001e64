import type { QuestionDraft } from "#lib/content/draft";
import { readAnswerBlock } from "../shared/answer-block.ts";
import { type Content, fieldMarkdown, type Layout } from "./note.ts";

/** A multiple-choice note type: the options have fields of their own, and one field says "0 1 0 0". */
export function readChoiceNote(
  fields: readonly string[],
  names: readonly string[],
  layout: Layout,
  notes: string[],
): Content | null {
  const key = fields.findIndex((field) => /^\s*[01](?:\s+[01])+\s*$/.test(field));
  if (key < 0) return null;
  const bits = (fields[key] ?? "").trim().split(/\s+/);
  const type = fields.findIndex((field, index) => index < key && /^\s*[012]\s*$/.test(field));
  const firstOption = type >= 0 ? type + 1 : key - bits.length;
  const texts = fields.slice(firstOption, key).map((field) => fieldMarkdown(field, layout, notes));
  // A field that is left empty has its place in the key anyway.
  const options = texts
    .map((text, index) => ({ text, correct: bits[index] === "1", note: null }))
    .filter(({ text }) => text !== "");
  const fits =
    bits.length > texts.findLastIndex((text) => text !== "") && bits.every((bit, at) => bit === "0" || texts[at]);
  const rest = fields.flatMap((field, index) =>
    index > key && field.trim() !== "" ? [fieldMarkdown(field, layout, notes)] : [],
  );
  const stem = fieldMarkdown(fields[0] ?? "", layout, notes);
  fields.slice(1, Math.max(1, type >= 0 ? type : firstOption)).forEach((field, index) => {
    if (field.trim() !== "") notes.push(`not kept: field ${names[index + 1] || index + 2} "${field.slice(0, 100)}"`);
  });
  if ((fields[type] ?? "").trim() === "0")
    notes.push("each statement was graded separately; it became one question with several correct options");
  if (firstOption < 1) return { draft: { stem }, refusal: "there is no field for each option" };
  if (!fits)
    return { draft: { stem }, refusal: `the key "${bits.join(" ")}" does not fit the ${options.length} options` };
  const { explanation, references } = readAnswerBlock(rest.join("\n\n").split("\n"));
  return {
    draft: {
      stem,
      options,
      kind: (fields[type] ?? "").trim() === "1" ? "multiple" : undefined,
      explanation,
      references,
    } as Partial<QuestionDraft>,
  };
}
