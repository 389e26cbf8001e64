import { rm } from "node:fs/promises";
import Database from "better-sqlite3";

/** What SQLite keeps beside a database while it is open; both belong to that one file. */
export const besides = ["-wal", "-shm"] as const;

/**
 * Folds the log beside a copy of a database into it, so that the file is all there is and can be looked at without
 * leaving anything beside it. Marks it as a copy: see run-note.ts. Returns what SQLite finds wrong with it, or null.
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

/** Removes a database file with what is beside it, if they are there. */
export async function removeDatabase(file: string): Promise<void> {
  await Promise.all(["", ...besides].map((ending) => rm(file + ending, { force: true })));
}
