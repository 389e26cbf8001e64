import { existsSync } from "node:fs";
import Driver from "better-sqlite3";

/**
 * Opens a SQLite file for looking, so that closing it leaves nothing new beside it and changes nothing in it. A
 * connection that only reads leaves an empty log behind when it is the only one; one that may write removes it, but would
 * fold a log that was there into the file.
 */
export function openToLook(file: string): Driver.Database {
  const db = new Driver(file, { readonly: existsSync(`${file}-wal`), fileMustExist: true });
  db.pragma("query_only = ON");
  return db;
}
