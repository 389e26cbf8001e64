import { z } from "zod";
import { packageLimits, readPackage } from "../qti/read-package.ts";
import type { SourceFile } from "../report.ts";
import { jsonOrNull } from "../shared/json-or-null.ts";
import type { TableRow } from "../shared/read-table.ts";
import { mediaEntryNames, unpackZstd } from "./newer-package.ts";
import { type AnkiNote, readCollection } from "./read-collection.ts";

/** The notes of one note type, as a table whose first columns are Anki's own. */
export interface NoteTable {
  /** Names of all columns. */
  readonly names: readonly string[];
  readonly directives: ReadonlyMap<string, string>;
  /** A row's line is the number of its note in the package. */
  readonly rows: readonly TableRow[];
}

export type AnkiPackage =
  | {
      readonly ok: true;
      readonly tables: readonly NoteTable[];
      readonly media: readonly SourceFile[];
      readonly notices: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

const ownColumns = ["GUID", "Notetype", "Deck", "Tags"];
const models = z.record(z.string(), z.object({ name: z.string(), flds: z.array(z.object({ name: z.string() })) }));
const decks = z.record(z.string(), z.object({ name: z.string() }));
const mediaNames = z.record(z.string(), z.string());

/** Takes an `.apkg` or `.colpkg` apart. */
export function readAnkiPackage(bytes: Uint8Array): AnkiPackage {
  const unpacked = readPackage(bytes);
  if (!unpacked.ok) return unpacked;
  const files = new Map(unpacked.files.map((file) => [file.path, file.bytes]));
  const newer = files.get("collection.anki21b");
  const collection =
    newer === undefined ? (files.get("collection.anki21") ?? files.get("collection.anki2")) : unpackZstd(newer);
  if (typeof collection === "string") return { ok: false, reason: `the collection cannot be unpacked: ${collection}` };
  if (collection === undefined) return { ok: false, reason: "the package holds no collection: it is none of Anki's" };
  const read = readCollection(collection);
  if (!read.ok) return { ok: false, reason: `the collection cannot be read: ${read.reason}` };
  const types = models.safeParse(jsonOrNull(read.value.models));
  const named = decks.safeParse(jsonOrNull(read.value.decks));
  if (!types.success) return { ok: false, reason: "the collection does not say what the fields of its notes are" };
  const { media, notices } = newer === undefined ? mediaOf(files) : newerMediaOf(files);
  const tables = tablesOf(read.value.notes, types.data, named.success ? named.data : {});
  return { ok: true, tables, media, notices: [...unpacked.notices, ...notices] };
}

function tablesOf(
  notes: readonly AnkiNote[],
  types: z.infer<typeof models>,
  named: z.infer<typeof decks>,
): readonly NoteTable[] {
  const byType = new Map<string, TableRow[]>();
  for (const [index, { guid, model, deck, tags, fields }] of notes.entries()) {
    const rows = byType.get(model) ?? [];
    byType.set(model, rows);
    rows.push({
      line: index + 1,
      cells: [guid, types[model]?.name ?? "", named[deck]?.name ?? "", tags.trim(), ...fields],
    });
  }
  const directives = new Map(ownColumns.map((name, index) => [`${name.toLowerCase()} column`, String(index + 1)]));
  return [...byType].map(([model, rows]) => ({
    names: [...ownColumns, ...(types[model]?.flds.map(({ name }) => name) ?? [])],
    directives,
    rows,
  }));
}

const unreadable = "the list of media in the package cannot be read; images are left out";

/** The files that notes show, by their names: in the package they are numbers. */
function mediaOf(files: ReadonlyMap<string, Uint8Array>): {
  readonly media: readonly SourceFile[];
  readonly notices: readonly string[];
} {
  const list = files.get("media");
  const names = mediaNames.safeParse(list === undefined ? {} : jsonOrNull(new TextDecoder().decode(list)));
  if (!names.success) return { media: [], notices: [unreadable] };
  const media = Object.entries(names.data).flatMap(([number, path]) => {
    const bytes = files.get(number);
    return bytes === undefined ? [] : [{ path, bytes }];
  });
  return { media, notices: [] };
}

/** The same where they are packed by themselves and listed as protobuf. */
function newerMediaOf(files: ReadonlyMap<string, Uint8Array>): ReturnType<typeof mediaOf> {
  const list = unpackZstd(files.get("media") ?? new Uint8Array());
  const names = typeof list === "string" ? null : mediaEntryNames(list);
  if (names === null) return { media: [], notices: [unreadable] };
  const notices: string[] = [];
  let left = packageLimits.totalBytes;
  const media = names.flatMap((path, number) => {
    const bytes = unpackZstd(files.get(String(number)) ?? new Uint8Array(), Math.min(left, packageLimits.entryBytes));
    if (typeof bytes === "string") notices.push(`the image ${path} cannot be unpacked: ${bytes}`);
    else left -= bytes.length;
    return typeof bytes === "string" ? [] : [{ path, bytes }];
  });
  return { media, notices };
}
