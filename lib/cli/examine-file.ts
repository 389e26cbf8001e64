import { statSync } from "node:fs";
import Database from "better-sqlite3";
import { hasForeignLog } from "#lib/db/run-note";
import { logSize } from "#lib/db/sqlite-header";
import { CommandRefused } from "./end-with.ts";

/** Files up to this size are checked after an unclean end, in bytes; larger ones would keep everybody waiting. */
const checkedBytes = 1_073_741_824;

/** Refuses a database file that nobody uses, before it is opened, when that would spoil it or when it is damaged. */
export function examineFile(file: string): void {
  if (hasForeignLog(file))
    throw new CommandRefused(
      `The log ${file}-wal does not belong to the database ${file}: another file was put in its place. Nothing was changed. To use this file, such as a backup, move ${file}-wal and ${file}-shm away and start again; to use another backup, run npm run admin -- restore <file>.`,
    );
  // A server that ends in order leaves no log.
  if (logSize(file) > 0) refuseDamaged(file);
}

function refuseDamaged(file: string): void {
  if (statSync(file).size > checkedBytes) {
    process.stdout.write(
      `The server did not end in order. The database is too large to check at a start: npm run admin -- doctor checks it.\n`,
    );
    return;
  }
  const problem = quickCheck(file);
  if (problem !== null)
    throw new CommandRefused(
      `The database ${file} is damaged (${problem}): restore a backup with npm run admin -- restore <file>.`,
    );
}

/** What SQLite finds wrong at a quick look, or null. Another process that holds the lock is told of by what comes next. */
function quickCheck(file: string): string | null {
  const db = new Database(file);
  try {
    const result = db.pragma("quick_check(1)", { simple: true });
    return result === "ok" ? null : String(result);
  } catch (error) {
    const { code = "", message } = error as Error & { readonly code?: string };
    return /^SQLITE_(CORRUPT|NOTADB)/.test(code) ? message : null;
  } finally {
    db.close();
  }
}
