import type { DraftOption, QuestionDraft } from "../draft.ts";
import { readLetters, readLinks } from "./answer-block.ts";
import { type CsvHeader, readHeader } from "./csv-header.ts";
import { decodeText } from "./decode-text.ts";
import { finishImport } from "./finish-import.ts";
import { type ForeignItem, type ForeignItems, markOptions, refusedFile, titleOf } from "./foreign-item.ts";
import { guessSeparator, readTable, type TableRow } from "./read-table.ts";
import type { Importer, ImportInput } from "./report.ts";

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
  const table = readTable(decoded.text, guessSeparator(decoded.text));
  if (!table.ok) return [refusedFile(file, table.reason)];
  const [header, ...rows] = table.rows;
  const head = readHeader(header?.cells ?? []);
  if (!head.columns.has("stem"))
    return [refusedFile(file, "the first line names no column for the question (stem, question or text)")];
  if (rows.length === 0) return [refusedFile(file, "there is no row below the header")];
  const first = head.fromNought || rows.some((row) => countsFromNought(row, head)) ? 0 : 1;
  return rows.map((row) => readRow(file, row, head, first, header?.cells.length ?? 0));
}

/** A key such as "0" or "0, 2": then every number of the file is one less than where its option stands. */
function countsFromNought(row: TableRow, { columns }: CsvHeader): boolean {
  const hasOptions = ["option 1", "options"].some((name) => (row.cells[columns.get(name) ?? -1] ?? "") !== "");
  const key = row.cells[columns.get("correct") ?? columns.get("answer") ?? -1] ?? "";
  const listed = [...columns].some(([name, at]) => name.startsWith("option ") && row.cells[at]?.trim() === "0");
  return hasOptions && !listed && numbersOf(key)?.includes(0) === true;
}

/** The numbers of a key that is nothing but numbers. */
function numbersOf(key: string): number[] | null {
  return /^\s*\d+(?:\s*[,;|&\s]\s*\d+)*\s*$/.test(key) ? key.trim().split(/\D+/).map(Number) : null;
}

function readRow(
  file: string,
  row: TableRow,
  { columns, others }: CsvHeader,
  first: 0 | 1,
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
  if (row.cells.length > width)
    return {
      ...shared,
      draft: {},
      refusal: `the row has ${row.cells.length} cells, the header ${width}: quote cells that hold the separator`,
    };
  const common = commonParts(cell, notes);
  if (inOne.length > 26) return { ...shared, draft: { stem }, refusal: "there are more than 26 options" };
  const answers = answersOf(cell, numbered, first);
  if (first === 0 && numbersOf(cell("correct") || cell("answer"))) notes.push("the keys of this file count from 0");
  if (typeof answers === "string") return { ...shared, draft: { stem }, refusal: answers };
  return { ...shared, category: cell("domain") || null, draft: { ...common, stem, ...answers } };
}

type Cell = (name: string) => string;

function commonParts(cell: Cell, notes: string[]): Partial<QuestionDraft> {
  const difficulty = /^(easy|medium|hard)$/i.exec(cell("difficulty"))?.[1]?.toLowerCase();
  if (cell("difficulty") !== "" && difficulty === undefined) notes.push(`not kept: difficulty "${cell("difficulty")}"`);
  const checked = /^\d{4}-\d{2}-\d{2}$/.test(cell("checked")) ? cell("checked") : null;
  if (cell("checked") !== "" && checked === null)
    notes.push(`not kept: checked "${cell("checked")}", which is no day such as 2026-11-22`);
  const references = readLinks(cell("references"));
  if (cell("references") !== "" && references.length === 0)
    notes.push(`not kept: reference "${cell("references").slice(0, 200)}", which is no link`);
  const select = Number(cell("select"));
  return {
    id: cell("id"),
    difficulty: (difficulty ?? null) as QuestionDraft["difficulty"],
    tags: cell("tags")
      .split(cell("tags").includes(";") ? ";" : /[,|]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
    origin: cell("origin") || undefined,
    checked,
    case: cell("case") || null,
    shuffle: !/^(false|no|0)$/i.test(cell("shuffle")),
    select: Number.isInteger(select) && select > 0 ? select : null,
    explanation: cell("explanation"),
    references,
  } as Partial<QuestionDraft>;
}

/** Options that stand in one cell, with line ends or bars between them, or semicolons when there are neither. */
function listOf(text: string): string[] {
  const separator = text.includes("\n") ? "\n" : /(?<!\\)\|/.test(text) ? "|" : ";";
  const parts = separator === "|" ? splitAccepted(text) : text.split(separator).map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

function answersOf(cell: Cell, numbered: (name: string) => string[], first: 0 | 1): Partial<QuestionDraft> | string {
  const options = trimEnd(numbered("option"));
  const noteTexts = numbered("note");
  const answer = cell("answer");
  switch (kindOf(cell, numbered, options)) {
    case "ordering":
      return { kind: "ordering", steps: options };
    case "matching": {
      const right = numbered("right");
      const pairs = trimEnd(numbered("left")).map((left, index): [string, string] => [left, right[index] ?? ""]);
      const [first, second] = cell("columns")
        .split("|")
        .map((name) => name.trim());
      return { kind: "matching", pairs, ...(first && second ? { columns: [first, second] as const } : {}) };
    }
    case "numeric": {
      const value = Number(answer || cell("correct") || Number.NaN);
      if (!Number.isFinite(value)) return "no number is stated as the answer";
      return {
        kind: "numeric",
        numeric: { value, tolerance: Math.abs(Number(cell("tolerance")) || 0), unit: cell("unit") || null },
      };
    }
    case "text":
      return { kind: "text", accepted: splitAccepted(answer || cell("correct")) };
    default:
      return choiceOf(
        cell,
        options.map((text, index) => ({ text, correct: false, note: noteTexts[index] || null })),
        first,
      );
  }
}

function kindOf(cell: Cell, numbered: (name: string) => string[], options: readonly string[]): string {
  const stated = cell("kind").toLowerCase();
  if (/^(ordering|matching|numeric|text|single|multiple)$/.test(stated)) return stated;
  if (numbered("left")[0] !== "") return "matching";
  if (options.length > 0) return "choice";
  return /^[+-]?\d+(?:\.\d+)?$/.test(cell("answer") || cell("correct")) ? "numeric" : "text";
}

function choiceOf(cell: Cell, options: readonly DraftOption[], first: 0 | 1): Partial<QuestionDraft> | string {
  const key = cell("correct") || cell("answer");
  if (options.length < 2) return "fewer than two options were found";
  if (key === "") return "the key is empty";
  const same = (text: string) => text.trim().toLowerCase();
  const byText = key.split(/[;|\n]/).flatMap((part) => {
    const index = options.findIndex((option) => same(option.text) === same(part));
    return index < 0 ? [] : [index];
  });
  const numbers = numbersOf(key)?.map((number) => number - first);
  const indexes =
    byText.length > 0 && byText.length === key.split(/[;|\n]/).length
      ? byText
      : (numbers ?? (readLetters(key.replace(/\|/g, ","))?.letters ?? []).map((letter) => letter.charCodeAt(0) - 65));
  if (indexes.length === 0) return `the key "${key.slice(0, 60)}" is neither a letter, a number nor an option's text`;
  const marked = markOptions(
    options,
    indexes.map((index) => (index < 0 ? "?" : String.fromCharCode(65 + index))),
  );
  if (marked === null) return `the key "${key.slice(0, 60)}" names an option that does not exist`;
  const stated = cell("kind").toLowerCase();
  return { options: marked, ...(stated === "single" || stated === "multiple" ? { kind: stated } : {}) };
}

/** Accepted texts are separated by `|`; a bar within one is written `\|`. */
export function splitAccepted(text: string): string[] {
  return text
    .split(/(?<!\\)\|/)
    .map((part) => part.replace(/\\\|/g, "|").trim())
    .filter((part) => part !== "");
}

/** Exported cells that a spreadsheet would take for a formula begin with an apostrophe. */
function unguard(text: string): string {
  return text.replace(/^'(?=[=+\-@'])/, "");
}

function trimEnd(texts: readonly string[]): string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
}
