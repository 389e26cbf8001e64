import { applyToRaw } from "#lib/content/mend/text-edit";
import { parseQuestion } from "#lib/content/parse-question";
import type { ExamContext } from "#lib/content/parsed-question";
import { anyText } from "#lib/content/read/source";
import { writeQuestion } from "#lib/content/write-question";
import type { ImportedQuestion } from "../report.ts";
import { type Merged, mergeFile } from "./merge-file.ts";
import { fingerprint, type Known, recognise } from "./recognise.ts";
import type { ImportRecord } from "./records.ts";

/** A question file of the exam. `raw` is its text as it is on the disk. */
export interface KnownFile {
  readonly path: string;
  readonly raw: string;
}

export interface Bank extends Known {
  readonly context: ExamContext;
  readonly fileOf: (id: string) => KnownFile | null;
}

export interface PlannedQuestion {
  readonly item: ImportedQuestion;
  readonly id: string;
  /** The file to write, or null where it stays as it is. `path` is null for a new one. */
  readonly write: { readonly path: string | null; readonly text: string } | null;
  /** What became of a question that was there; null for a new one. */
  readonly merged: Omit<Merged, "edits"> | null;
  /** What to remember of it; null where nobody has decided yet which wording is right. */
  readonly record: ImportRecord | null;
}

/** What an import is to do with each of its questions. With `overwrite` the source is right where both were changed. */
export function planImport(
  items: readonly ImportedQuestion[],
  bank: Bank,
  overwrite: boolean,
): readonly PlannedQuestion[] {
  const texts = items.map(({ draft }) => writeQuestion(draft));
  const found = recognise(items, texts, bank);
  const records = new Map(bank.records.map((each) => [each.id, each]));
  return items.map((item, index) => {
    const text = texts[index] ?? "";
    const id = found.get(index) ?? item.draft.id;
    const record = { id, from: item.from, item: item.sourceId, ...fingerprint(item.draft), text };
    const file = found.has(index) ? bank.fileOf(id) : null;
    if (file === null) return { item, id, write: { path: null, text }, merged: null, record };
    const before = records.get(id);
    const { raw, merged } = mergeInto(file, before?.text ?? null, text, bank.context, overwrite);
    const isOpen = merged.conflicts.length > 0;
    return {
      item,
      id,
      write: raw === file.raw ? null : { path: file.path, text: raw },
      merged,
      // What nobody has decided is reported again, and can still be overwritten.
      record: isOpen ? (before ?? null) : record,
    };
  });
}

const untouched = { updated: [], kept: [], conflicts: ["the whole file"] };

function mergeInto(
  { path, raw }: KnownFile,
  before: string | null,
  now: string,
  exam: ExamContext,
  overwrite: boolean,
): { readonly raw: string; readonly merged: Omit<Merged, "edits"> } {
  const here = anyText(new TextEncoder().encode(raw));
  const result = mergeFile(before, here, now, overwrite);
  if (result === null) return { raw, merged: untouched };
  const { edits, ...merged } = result;
  if (edits.length === 0) return { raw, merged };
  const changed = applyToRaw(raw, edits);
  const text = anyText(new TextEncoder().encode(changed));
  // A file is never made worse: what does not go together is left to the author.
  return errorsOf(path, text, exam) > errorsOf(path, here, exam)
    ? { raw, merged: untouched }
    : { raw: changed, merged };
}

function errorsOf(file: string, text: string, exam: ExamContext): number {
  const { problems } = parseQuestion({ file, text, exam, imageUrl: (path) => path });
  return problems.filter(({ severity }) => severity === "error").length;
}
