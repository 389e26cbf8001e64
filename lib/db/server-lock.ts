import { existsSync } from "node:fs";
import Driver from "better-sqlite3";

// The bundler may give the server's parts separate copies of this module, but the process has one lock.
const shared = globalThis as typeof globalThis & { mockdownServerLock?: Driver.Database };

/**
 * Becomes the one server of a SQLite database, for as long as this process lives. False if another process is. The lock
 * is the operating system's, on a separate file beside the database, so none outlives its process.
 */
export function holdServerLock(database: string): boolean {
  if (shared.mockdownServerLock !== undefined) return true;
  const lock = tryLock(database);
  if (lock === null) return false;
  shared.mockdownServerLock = lock;
  return true;
}

/** Whether another process is the server. Creates no file. */
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
