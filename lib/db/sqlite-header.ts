import { closeSync, openSync, readSync, statSync } from "node:fs";

/** What the first 100 bytes of a SQLite file say (https://www.sqlite.org/fileformat2.html, section 1.3). */
export interface SqliteHeader {
  /** Whether the file says that it is written through a log. A backup says that it is not. */
  readonly usesLog: boolean;
  /** `PRAGMA user_version`: see run-note.ts. */
  readonly run: number;
}

/**
 * Reads only the file, without its log; never one that SQLite has open in this process, see open-files.ts. Null if there
 * is no file, or if it is not a SQLite database.
 */
export function readSqliteHeader(file: string): SqliteHeader | null {
  if (sizeOf(file) < 100) return null;
  const header = Buffer.alloc(100);
  const handle = openSync(file, "r");
  try {
    readSync(handle, header, 0, 100, 0);
  } finally {
    closeSync(handle);
  }
  if (header.toString("latin1", 0, 16) !== "SQLite format 3\0") return null;
  return { usesLog: header[18] === 2, run: header.readInt32BE(60) };
}

/** Size of the write-ahead log beside a database in bytes; 0 if there is none. */
export function logSize(file: string): number {
  return sizeOf(`${file}-wal`);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
