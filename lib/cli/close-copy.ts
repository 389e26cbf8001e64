import { rm } from "node:fs/promises";
import Database from "better-sqlite3";

/** The files that SQLite keeps beside an open database; both belong to that one file. */
export const besides = ["-wal", "-shm"] as const;

/**
 * Folds the log beside a copy of a database into it, so that the file is complete and can be examined without leaving
 * anything beside it. Marks it as a copy: see run-note.ts. Returns what SQLite finds wrong with it, or null.
 */
export function closeCopy(file: string): string | null {
  const db = new Database(file);
  try {
    const result = db.pragma("integrity_check", { simple: true });
    if (result === "ok") {
      db.pragma("journal_mode = DELETE");
      db.pragma("user_version = 0");
    }
    return result === "ok" ? null : String(result);
  } catch (error) {
    return (error as Error).message;
  } finally {
    db.close();
  }
}

/** Removes a database file and the files beside it, if they exist. */
export async function removeDatabase(file: string): Promise<void> {
  await Promise.all(["", ...besides].map((ending) => rm(file + ending, { force: true })));
}
