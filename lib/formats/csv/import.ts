import type { QuestionDraft } from "#lib/content/draft";
import type { Importer, ImportInput } from "../report.ts";
import { readReferences } from "../shared/answer-block.ts";
import { decodeText } from "../shared/decode-text.ts";
import { disputeOf } from "../shared/draft-tags.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, refusedFile, titleOf } from "../shared/foreign-item.ts";
import { guessSeparator, quotesByBackslash, readTable, type TableRow } from "../shared/read-table.ts";
import { answersOf } from "./answers.ts";
import { type Cell, listOf, unguard } from "./cells.ts";
import { type CsvHeader, readHeader } from "./header.ts";
import { type KeyStyle, numbersOf } from "./keys.ts";
import { styleOf } from "./style.ts";

/**
 * A table with a header (docs/formats.md lists the columns): texts are Markdown. The names of columns that other
 * programs use are understood too.
 */
export const importCsv: Importer = (input) => finishImport(readFiles(input), input);

function readFiles(input: ImportInput): ForeignItems {
  const files = input.files.filter(({ path }) => /\.(csv|tsv|txt)$/i.test(path));
  return { items: files.flatMap((file) => readFile(file.path, file.bytes)), notices: [] };
}

function readFile(file: string, bytes: Uint8Array): ForeignItem[] {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return [refusedFile(file, decoded.reason)];
  // Spreadsheets write the separator in a line of its own; its number is kept.
  const stated = /^sep=(.)\n/i.exec(decoded.text)?.[1];
  const text = stated === undefined ? decoded.text : decoded.text.slice(5);
  const separator = stated ?? guessSeparator(text);
  const table = readTable(text, separator, quotesByBackslash(text, separator));
  if (!table.ok) return [refusedFile(file, table.reason)];
  const [header, ...rows] = table.rows;
  return readRows(file, header?.cells ?? [], rows).map((item) => ({ ...item, isMarkdown: true }));
}

/** The questions of a table whose columns bear these names. */
export function readRows(file: string, header: readonly string[], rows: readonly TableRow[]): ForeignItem[] {
  const head = readHeader(header);
  if (!head.columns.has("stem"))
    return [refusedFile(file, "the first line names no column for the question (stem, question or text)")];
  if (rows.length === 0) return [refusedFile(file, "there is no row below the header")];
  if (
    !["option 1", "options", "wrong 1", "wrong", "left 1", "correct", "answer"].some((name) => head.columns.has(name))
  ) {
    const names = header.join(", ").slice(0, 200);
    return rows.map((row) => ({
      ...refusedFile(file, `the columns (${names}) name neither options nor an answer: see docs/formats.md`),
      place: `${file}:${row.line}`,
    }));
  }
  const style = styleOf(rows, head);
  return rows.map((row) => readRow(file, row, head, style, header.length));
}

function readRow(
  file: string,
  row: TableRow,
  { columns, others }: CsvHeader,
  style: KeyStyle,
  width: number,
): ForeignItem {
  const cell = (name: string) => unguard(row.cells[columns.get(name) ?? -1] ?? "").trim();
  const inOne = listOf(cell("options"));
  const numbered = (name: string) =>
    Array.from(
      { length: 26 },
      (_, index) => cell(`${name} ${index + 1}`) || (name === "option" ? (inOne[index] ?? "") : ""),
    );
  const notes = [...others].flatMap(([name, index]) => {
    const value = (row.cells[index] ?? "").trim();
    return value === "" ? [] : [`not kept: ${name} "${value.slice(0, 200)}"`];
  });
  const stem = cell("stem");
  const shared = { place: `${file}:${row.line}`, title: titleOf(stem), file, notes };
  if (row.cells.slice(width).some((text) => text.trim() !== ""))
    return {
      ...shared,
      draft: {},
      refusal: `the row has ${row.cells.length} cells, the header ${width}: quote cells that hold the separator`,
    };
  const common = commonParts(cell, notes);
  if (inOne.length > 26) return { ...shared, draft: { stem }, refusal: "there are more than 26 options" };
  const answers = answersOf(cell, numbered, style, notes);
  if (style.first === 0 && numbersOf(cell("correct") || cell("answer")))
    notes.push("the keys of this file count from 0");
  if (typeof answers === "string") return { ...shared, draft: { stem }, refusal: answers };
  notes.push(...lostCells(cell, numbered, answers));
  return { ...shared, category: cell("domain") || null, draft: { ...common, stem, ...answers } };
}

function commonParts(cell: Cell, notes: string[]): Partial<QuestionDraft> {
  const difficulty = /^(easy|medium|hard)$/i.exec(cell("difficulty"))?.[1]?.toLowerCase();
  if (cell("difficulty") !== "" && difficulty === undefined) notes.push(`not kept: difficulty "${cell("difficulty")}"`);
  const checked = /^\d{4}-\d{2}-\d{2}$/.test(cell("checked")) ? cell("checked") : null;
  const dispute = disputeOf(cell("dispute"));
  if (cell("dispute") !== "" && dispute === null) notes.push(`not kept: dispute "${cell("dispute").slice(0, 200)}"`);
  if (cell("checked") !== "" && checked === null)
    notes.push(`not kept: checked "${cell("checked")}", which is not a date such as 2026-11-22`);
  const lines = cell("references").split("\n").map(readReferences);
  for (const { rest } of lines)
    if (rest !== "") notes.push(`not kept: reference "${rest.slice(0, 200)}", which is not a link alone`);
  const select = Number(cell("select"));
  if (cell("select") !== "" && !(Number.isInteger(select) && select > 0))
    notes.push(`not kept: select "${cell("select")}", which is not a number`);
  return {
    id: cell("id"),
    difficulty: (difficulty ?? null) as QuestionDraft["difficulty"],
    tags: cell("tags")
      .split(cell("tags").includes(";") ? ";" : /[,|]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
    origin: cell("origin") || undefined,
    checked,
    ...(dispute === null ? {} : { dispute }),
    case: cell("case") || null,
    shuffle: !/^(false|no|0)$/i.test(cell("shuffle")),
    select: Number.isInteger(select) && select > 0 ? select : null,
    explanation: cell("explanation"),
    references: lines.flatMap(({ references }) => references),
  } as Partial<QuestionDraft>;
}

/** What is in columns that are known, but have no place in a question of this kind. */
function lostCells(
  cell: Cell,
  numbered: (name: string) => string[],
  { kind, options = [] }: Partial<QuestionDraft>,
): string[] {
  const kept = options.map(({ note }) => note);
  const notes = numbered("note").filter((note) => note !== "" && !kept.includes(note));
  const names = [
    ...(kind === "numeric" ? [] : ["tolerance", "unit"]),
    ...(kind === "matching" ? [] : ["columns"]),
    ...(kind === "cloze" ? [] : ["cloze"]),
  ];
  return [
    ...notes.map((note) => `not kept: note "${note.slice(0, 200)}"`),
    ...names.filter((name) => cell(name) !== "").map((name) => `not kept: ${name} "${cell(name).slice(0, 200)}"`),
  ];
}
