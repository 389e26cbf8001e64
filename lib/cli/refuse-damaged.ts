import { statSync } from "node:fs";
import Database from "better-sqlite3";
import { logSize } from "#lib/db/sqlite-header";
import { asStarted } from "./as-started.ts";
import { CommandRefused } from "./end-with.ts";

/** Files up to this size are checked after an unclean end, in bytes; larger ones would keep everybody waiting. */
const checkedBytes = 1_073_741_824;

/** Refuses a database file that is damaged. Looks only after a server that did not end in order: one that did leaves no log. */
export function refuseDamaged(file: string): void {
  if (logSize(file) === 0) return;
  if (statSync(file).size > checkedBytes) {
    process.stdout.write(
      `The server did not shut down cleanly. The database is too large to check at startup: ${asStarted("npm run admin -- doctor")} checks it.\n`,
    );
    return;
  }
  const problem = quickCheck(file);
  if (problem !== null)
    throw new CommandRefused(
      `The database ${file} is damaged (${problem}): restore a backup with npm run admin -- restore <file>.`,
    );
}

/** What SQLite finds wrong at a quick look, or null. A lock that another process holds is reported by what comes next. */
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
