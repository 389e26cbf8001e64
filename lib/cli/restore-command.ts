import { mkdirSync } from "node:fs";
import { copyFile, realpath, rename, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { DatabaseTooNew } from "#lib/db/database-too-new";
import { hasForeignLog } from "#lib/db/foreign-log";
import { forgetHoldings } from "#lib/db/holdings-note";
import { pendingMigrations } from "#lib/db/migrate";
import { openToLook } from "#lib/db/open-to-look";
import { isServed } from "#lib/db/server-lock";
import { readSqliteHeader } from "#lib/db/sqlite-header";
import { besides, closeCopy, removeDatabase } from "./close-copy.ts";
import { confirmLess } from "./confirm-less.ts";
import { CommandRefused } from "./end-with.ts";
import { inWritable } from "./in-writable.ts";
import { sqliteFile } from "./sqlite-file.ts";

/**
 * Puts a backup in place of the database, which is kept beside it under another name. Says what it holds, and asks
 * first when that is less; `yes` is the answer. Sentences call it by `name`, for a file that was unpacked from an archive.
 */
export async function restoreCommand(backup: string, { yes = false, name = backup } = {}): Promise<void> {
  const named = sqliteFile("pg_restore");
  // Where a link leads to another disk, the database is there and not in place of the link.
  const target = await realpath(named).catch(() => named);
  if (!(await stat(backup).catch(() => null))?.isFile()) throw new CommandRefused(`there is no file ${name}`);
  const folder = dirname(target);
  // On a machine that is new nothing was started yet.
  inWritable(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  // A copy is looked at, so that the backup stays as it is.
  const arriving = join(folder, "restoring.db");
  try {
    await copyIn(backup, arriving);
    const problem = closeCopy(arriving);
    if (problem !== null) throw new CommandRefused(`${name} is not a sound database (${problem}): use another backup`);
    if (!isOurs(arriving)) throw new CommandRefused(`${name} is a database, but not a Mockdown database`);
    await refuseNewer(name, arriving);
    if (isServed(target)) throw new CommandRefused(`${target} is in use: stop the server first, then restore`);
    if (readSqliteHeader(target) !== null && !hasForeignLog(target)) refuseInUse(target);
    await confirmLess({ backup: name, arriving, target, yes });
    await setAside(target);
    await rename(arriving, target);
    forgetHoldings(target);
  } finally {
    await removeDatabase(arriving);
  }
  process.stdout.write(`${target} is restored from ${name}; start Mockdown again\n`);
}

/** A backup that is a file copied by hand may have its log beside it, with the newest answers in it. */
async function copyIn(backup: string, arriving: string): Promise<void> {
  await removeDatabase(arriving);
  try {
    await copyFile(backup, arriving);
    if (await isThere(`${backup}-wal`)) await copyFile(`${backup}-wal`, `${arriving}-wal`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandRefused(`${backup} cannot be copied to ${arriving}: ${message}`);
  }
}

/** Also folds the log into the file, without which the last answers would stay behind. A damaged file is in nobody's use. */
function refuseInUse(target: string): void {
  const db = new Database(target, { timeout: 100 });
  try {
    db.pragma("locking_mode = EXCLUSIVE");
    db.exec("BEGIN EXCLUSIVE; COMMIT");
    db.pragma("wal_checkpoint(TRUNCATE)");
  } catch (error) {
    const { code = "" } = error as { readonly code?: string };
    if (/^SQLITE_(BUSY|LOCKED)/.test(code))
      throw new CommandRefused(`${target} is in use: stop the server first, then restore`);
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw error;
  } finally {
    db.close();
  }
}

/** A log that stayed behind would be read as that of the backup: it goes with the file it belongs to, or alone. */
async function setAside(target: string): Promise<void> {
  const kept = `${target}.before-restore-${new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14)}`;
  for (const ending of ["", ...besides]) {
    if (!(await isThere(target + ending))) continue;
    await rename(target + ending, kept + ending);
    process.stdout.write(`the replaced file is kept as ${kept + ending}\n`);
  }
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function refuseNewer(backup: string, arriving: string): Promise<void> {
  await pendingMigrations(`file:${arriving}`).catch((error: unknown) => {
    if (!(error instanceof DatabaseTooNew)) throw error;
    throw new CommandRefused(
      `${backup} is from a newer release of Mockdown (${error.message}): use a backup made before it, or install that release`,
    );
  });
}

function isOurs(file: string): boolean {
  const db = openToLook(file);
  try {
    return db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'AttemptItem'").get() !== undefined;
  } finally {
    db.close();
  }
}
