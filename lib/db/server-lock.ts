import { existsSync } from "node:fs";
import Driver from "better-sqlite3";

// The bundler may give the server's parts modules of their own; the lock is one for the process.
const shared = globalThis as typeof globalThis & { mockdownServerLock?: Driver.Database };

/**
 * Takes the place of the one server of a SQLite database, for as long as this process lives. False when another process
 * has it. The lock is the operating system's, on a file of its own beside the database, so none outlives its process.
 */
export function holdServerLock(database: string): boolean {
  if (shared.mockdownServerLock !== undefined) return true;
  const lock = tryLock(database);
  if (lock === null) return false;
  shared.mockdownServerLock = lock;
  return true;
}

/** Whether another process has the place of the server. Makes no file. */
export function isServed(database: string): boolean {
  if (shared.mockdownServerLock !== undefined || !existsSync(lockFile(database))) return false;
  const lock = tryLock(database);
  lock?.close();
  return lock === null;
}

function lockFile(database: string): string {
  return `${database}.lock`;
}

function tryLock(database: string): Driver.Database | null {
  const lock = new Driver(lockFile(database), { timeout: 0 });
  try {
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock.close();
    if ((error as { readonly code?: string }).code === "SQLITE_BUSY") return null;
    throw error;
  }
}
