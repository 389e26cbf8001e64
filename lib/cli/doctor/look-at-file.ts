import { existsSync, statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import Driver from "better-sqlite3";
import { lastBackup } from "#lib/db/backup-note";
import { foreignLogSentence } from "#lib/db/foreign-log";
import { isServed } from "#lib/db/server-lock";
import { logSize } from "#lib/db/sqlite-header";
import { environment } from "#lib/env/current";
import { lossSentence } from "../refuse-loss.ts";
import { withCopy } from "./copy-for-look.ts";
import { type Check, type Finding, findAll, type Problem } from "./finding.ts";
import { lookAtDatabase } from "./look-at-database.ts";
import { unwritable } from "./look-at-machine.ts";

const oldBackupMs = 2 * 24 * 60 * 60 * 1000;

/** Looks at a SQLite database and what is beside it. The database itself is never opened, only a copy of it. */
export async function lookAtFile(file: string): Promise<Finding[]> {
  const beside = await findAll([
    ["log", async () => leftLog(file)],
    ...(environment().BACKUP_DIR === undefined ? [lastBackupOf(file)] : []),
  ]);
  if (sizeOf(file) === 0) return [{ what: "database file", problem: missing(file) }, ...beside];
  const withLog = foreignLogSentence(file) === null;
  return [...(await withCopy(file, { withLog }, (copy) => lookAtCopy(file, copy))), ...beside];
}

async function lookAtCopy(file: string, copy: string): Promise<Finding[]> {
  const problem = damage(copy);
  // What else a damaged database says cannot be relied on.
  if (problem !== null) return [{ what: "database file", problem }];
  const own = await findAll([
    ["database file", () => unwritable(file)],
    ["readers", () => readableByOthers(file)],
    ["what was kept", async () => lossSentence(file, copy)],
    ["foreign keys", async () => violatedKeys(copy)],
  ]);
  return [...own, ...(await lookAtDatabase(`file:${copy}`, `file:${file}`))];
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function missing(file: string): string {
  return `${file} ${existsSync(file) ? "is empty" : "does not exist"}: start Mockdown, or restore a backup`;
}

/** A server that runs has a log; one that ended in order left none. */
function leftLog(file: string): Problem {
  const foreign = foreignLogSentence(file);
  if (foreign !== null) return foreign;
  if (logSize(file) === 0 || isServed(file)) return null;
  return `the server did not shut down cleanly, and ${file}-wal holds the newest answers: keep it beside ${file}, and start Mockdown, which recovers them`;
}

function lastBackupOf(file: string): Check {
  return ["last backup", async () => backupAge(file, new Date())];
}

function backupAge(file: string, now: Date): Problem {
  const at = lastBackup(file);
  const way = "npm run admin -- backup <file>";
  if (at === null) return { advice: `none of this database yet: make one with ${way}` };
  const ageMs = now.getTime() - at.getTime();
  if (ageMs <= oldBackupMs) return null;
  return { advice: `the last one is ${Math.floor(ageMs / 86_400_000)} days old: make one with ${way}` };
}

function damage(copy: string): string | null {
  const problem = integrity(copy);
  return problem === "ok" ? null : `it is damaged (${problem}): restore a backup with npm run admin -- restore <file>`;
}

function integrity(copy: string): string {
  try {
    return askCopy(copy, (db) => String(db.pragma("integrity_check(1)", { simple: true })));
  } catch (error) {
    const { code = "", message } = error as Error & { readonly code?: string };
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return message;
    throw error;
  }
}

function violatedKeys(copy: string): string | null {
  const rows = askCopy(copy, (db) => db.pragma("foreign_key_check") as readonly { readonly table: string }[]);
  if (rows.length === 0) return null;
  const tables = [...new Set(rows.map(({ table }) => table))].join(", ");
  return `${rows.length} rows refer to rows that no longer exist, in ${tables}: restore a backup with npm run admin -- restore <file>`;
}

function askCopy<T>(copy: string, ask: (db: Driver.Database) => T): T {
  const db = new Driver(copy);
  try {
    return ask(db);
  } finally {
    db.close();
  }
}

/** A folder that is closed to others closes what is in it. Windows has other rights. */
async function readableByOthers(file: string): Promise<string | null> {
  if (process.platform === "win32") return null;
  const [own, folder] = [await stat(file), await stat(dirname(file))];
  if ((own.mode & 0o077) === 0 || (folder.mode & 0o011) === 0) return null;
  return `other users of this machine can read ${file}, with its email addresses and password hashes: chmod 600 ${file}`;
}
