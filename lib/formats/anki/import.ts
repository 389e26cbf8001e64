import type { QuestionDraft } from "#lib/content/draft";
import { isZip } from "../qti/read-package.ts";
import type { Importer, ImportInput } from "../report.ts";
import { decodeText } from "../shared/decode-text.ts";
import { fromTags } from "../shared/draft-tags.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, refusedFile, titleOf } from "../shared/foreign-item.ts";
import { guessSeparator, readTable, type TableRow } from "../shared/read-table.ts";
import { readCard } from "./card.ts";
import { readChoiceNote } from "./choice-note.ts";
import type { Layout } from "./note.ts";
import { readAnkiPackage } from "./package.ts";
import { readNotesTable } from "./table.ts";

/** Anki's packages, and its "Notes in plain text": one note a row, with `#separator:` and other directives before them. */
export const importAnki: Importer = (input) => {
  const { readAsset } = input;
  if (readAsset === undefined) return finishImport(readFiles(input), input);
  // Images lie beside the notes, or in the folder that Anki and our export keep them in.
  const inMedia = (path: string) => path.replace(/[^/]*$/, (name) => `collection.media/${name}`);
  return finishImport(readFiles(input), { ...input, readAsset: (path) => readAsset(path) ?? readAsset(inMedia(path)) });
};

function readFiles(input: ImportInput): ForeignItems {
  const packages = input.files.filter(({ bytes }) => isZip(bytes)).map((file) => readPackaged(file.path, file.bytes));
  const texts = readTexts(input);
  return {
    items: [...packages, texts].flatMap(({ items }) => items),
    notices: [...packages, texts].flatMap(({ notices }) => notices),
  };
}

/** The notes of a package, one note type after the other. */
function readPackaged(file: string, bytes: Uint8Array): ForeignItems {
  const found = readAnkiPackage(bytes);
  if (!found.ok) return { items: [refusedFile(file, found.reason)], notices: [] };
  const media = new Map(found.media.map((each) => [each.path, each.bytes]));
  const items = found.tables.flatMap(({ names, directives, rows }) => {
    const special = ["guid", "notetype", "deck", "tags"].map((name) => columnOf(directives, name));
    const fields = names.map((_, index) => index).filter((index) => !special.includes(index));
    const layout: Layout = { file, isHtml: true, directives, fields, names };
    return readRows(layout, rows).map((item) => ({ ...item, embedded: media }));
  });
  const all = items.length > 0 ? items : [refusedFile(file, "no note was found")];
  return { items: all, notices: found.notices };
}

function readTexts(input: ImportInput): ForeignItems {
  const files = input.files.filter(({ path, bytes }) => /\.(tsv|txt|csv)$/i.test(path) && !isZip(bytes));
  // Notes name images by their bare names; the files lie in the collection's media folder.
  const media = new Map(input.files.map(({ path, bytes }) => [path.split("/").at(-1) ?? path, bytes]));
  const found = files.map((file) => readFile(file.path, file.bytes));
  return {
    items: found.flatMap(({ items }) => items.map((item) => ({ ...item, embedded: media }))),
    notices: found.flatMap(({ notices }) => notices),
  };
}

const separators: Readonly<Record<string, string>> = {
  tab: "\t",
  comma: ",",
  semicolon: ";",
  pipe: "|",
  colon: ":",
  space: " ",
};

const directive = /^#(?:separator|html|columns|tags|deck|notetype|if matches|(?:tags|deck|notetype|guid) column)\s*:/i;

function readFile(file: string, bytes: Uint8Array): ForeignItems {
  const refused = (reason: string): ForeignItems => ({ items: [refusedFile(file, reason)], notices: [] });
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refused(decoded.reason);
  const lines = decoded.text.split("\n");
  const named = /^(?:#.*\n)*?#separator:(.*)/i.exec(decoded.text)?.[1]?.trim();
  // As Anki does, a file that names no separator and has no tab is looked at for others.
  const stated = named || (decoded.text.includes("\t") ? "tab" : guessSeparator(decoded.text));
  const separator = separators[stated.toLowerCase()] ?? (stated.length === 1 ? stated : "\t");
  // Other programs add lines of their own; "# Made by hand" is a remark, "# of legs?" with a back is a note.
  const count = lines.findIndex(
    (line) => !directive.test(line) && !(line.startsWith("#") && !line.includes(separator)),
  );
  const head = lines.slice(0, Math.max(0, count));
  const directives = new Map(
    head.map((line) => [line.slice(1, line.indexOf(":")).toLowerCase().trim(), line.slice(line.indexOf(":") + 1)]),
  );
  const table = readTable(`${"\n".repeat(head.length)}${lines.slice(head.length).join("\n")}`, separator);
  if (!table.ok) return refused(table.reason);
  const [first, ...others] = table.rows;
  const isHeader =
    first !== undefined && others.length > 0 && first.cells.every((cell) => columnName.test(cell.trim()));
  const rows = isHeader ? others : table.rows;
  if (rows.length === 0) return refused("no note was found");
  const names = (directives.get("columns") ?? "").split(separator).map((name) => name.trim());
  const tagged = names.findIndex((name) => /^tags$/i.test(name));
  if (tagged >= 0 && !directives.has("tags column")) directives.set("tags column", String(tagged + 1));
  const special = ["tags", "guid", "notetype", "deck"].map((name) => columnOf(directives, name));
  const width = Math.max(...table.rows.map((row) => row.cells.length));
  const fields = Array.from({ length: width }, (_, index) => index).filter((index) => !special.includes(index));
  const isHtml = directives.get("html")?.trim() !== "false";
  const notices = isHeader ? [`${file}:${first.line} names the columns; it was left out`] : [];
  const layout: Layout = { file, isHtml, directives, fields, names };
  return { items: readRows(layout, rows), notices };
}

function readRows(layout: Layout, rows: readonly TableRow[]): readonly ForeignItem[] {
  const own = { tags: columnOf(layout.directives, "tags"), deck: columnOf(layout.directives, "deck") };
  return readNotesTable(layout, rows, own) ?? rows.map((row) => readNote(layout, row));
}

/** What other programs write above the fields of their cards. */
const columnName = /^(?:front|back|question|answer|term|definition|tags?|deck|extra|text|notes?)?$/i;

function columnOf(directives: ReadonlyMap<string, string>, name: string): number {
  return Number(directives.get(`${name} column`) ?? 0) - 1;
}

function readNote(layout: Layout, row: TableRow): ForeignItem {
  const { file, directives } = layout;
  const notes: string[] = [];
  const special = (name: string) => row.cells[columnOf(directives, name)]?.trim() ?? "";
  const tags = fromTags(
    [special("tags"), columnOf(directives, "tags") < 0 ? (directives.get("tags") ?? "") : ""]
      .join(" ")
      .split(/[ \t]+/)
      .map((tag) => tag.replaceAll("\u2005", " ")),
  );
  const fields = layout.fields.map((index) => row.cells[index] ?? "");
  const names = layout.fields.map((index) => layout.names[index] ?? "");
  const type = special("notetype") || (directives.get("notetype") ?? "").trim();
  const content =
    readChoiceNote(fields, names, layout, notes) ?? readCard(fields, layout, notes, tags.draft.kind ?? null);
  const guid = special("guid");
  const stem = content.draft.stem ?? "";
  if (type !== "" && !/^(basic|mockdown)/i.test(type)) notes.push(`not kept: note type "${type}"`);
  const id = guid.split("/").at(-1) ?? "";
  return {
    place: `${file}:${row.line}`,
    title: titleOf(stem),
    file,
    category: (special("deck") || (directives.get("deck") ?? "").trim()).replaceAll("::", "/") || null,
    notes,
    ...(content.refusal === undefined ? {} : { refusal: content.refusal }),
    draft: { ...tags.draft, ...(id === "" ? {} : { id }), ...withUnit(content.draft, tags.unit) },
  };
}

function withUnit(draft: Partial<QuestionDraft>, unit: string | null): Partial<QuestionDraft> {
  return draft.numeric && unit !== null ? { ...draft, numeric: { ...draft.numeric, unit } } : draft;
}
