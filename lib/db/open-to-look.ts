import { existsSync } from "node:fs";
import Driver from "better-sqlite3";

/**
 * Opens a SQLite file for reading so that closing it leaves nothing new beside it and changes nothing in it. A
 * read-only connection leaves an empty log behind if it is the only one; a writable one removes it, but would fold an
 * existing log into the file.
 */
export function openToLook(file: string): Driver.Database {
  const db = new Driver(file, { readonly: existsSync(`${file}-wal`), fileMustExist: true });
  db.pragma("query_only = ON");
  return db;
}
