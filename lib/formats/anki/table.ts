import { readHeader } from "../csv/header.ts";
import { readRows } from "../csv/import.ts";
import type { ForeignItem } from "../shared/foreign-item.ts";
import type { TableRow } from "../shared/read-table.ts";
import { fieldMarkdown, type Layout } from "./note.ts";

/** Columns that Anki fills itself, counted from 0; -1 where a file has none. */
export interface OwnColumns {
  readonly tags: number;
  readonly deck: number;
}

/** Notes whose `#columns:` name a question, its options and its key are a table as CSV has it. Null for other notes. */
export function readNotesTable(layout: Layout, rows: readonly TableRow[], own: OwnColumns): ForeignItem[] | null {
  const names = layout.names.map((name, at) => {
    if (at === own.tags) return "tags";
    return at === own.deck ? "domain" : name.replace(/^(?:back )?extra$/i, "explanation");
  });
  const { columns } = readHeader(names);
  const isTable = ["stem", "option 1", "option 2"].every((name) => columns.has(name));
  if (!isTable || !(columns.has("correct") || columns.has("answer"))) return null;
  const reported = rows.map((): string[] => []);
  const converted = rows.map(({ line, cells }, index) => ({
    line,
    cells: cells.map((cell, at) => {
      if (at === own.tags) return cell.trim().replace(/\s+/g, ";");
      return at === own.deck ? cell.replaceAll("::", "/") : fieldMarkdown(cell, layout, reported[index] ?? []);
    }),
  }));
  return readRows(layout.file, names, converted).map((item, index) => ({
    ...item,
    notes: [...(reported[index] ?? []), ...(item.notes ?? [])],
  }));
}
