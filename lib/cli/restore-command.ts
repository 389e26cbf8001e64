import { existsSync } from "node:fs";
import { copyFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { integrityProblem } from "./backup-command.ts";
import { CommandRefused } from "./end-with.ts";
import { sqliteFile } from "./sqlite-file.ts";

/** Puts a backup in the place of the database, which is kept beside it under another name. */
export async function restoreCommand(backup: string): Promise<void> {
  const target = sqliteFile("pg_restore");
  if (!existsSync(backup)) throw new CommandRefused(`there is no file ${backup}`);
  const problem = integrityProblem(backup);
  if (problem !== null) throw new CommandRefused(`${backup} is no sound database (${problem}): use another backup`);
  if (!isOurs(backup)) throw new CommandRefused(`${backup} is a database, but not one of Mockdown`);
  if (existsSync(target)) await setAside(target);
  const arriving = join(dirname(target), "restoring.db");
  await copyFile(backup, arriving);
  await rename(arriving, target);
  process.stdout.write(`${target} is now what ${backup} was; start Mockdown again\n`);
}

/** The log beside the file belongs to it: without folding it in, the last answers would stay behind. */
async function setAside(target: string): Promise<void> {
  const db = new Database(target, { timeout: 100 });
  try {
    db.pragma("locking_mode = EXCLUSIVE");
    db.exec("BEGIN EXCLUSIVE; COMMIT");
    db.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    throw new CommandRefused(`${target} is in use: stop the server first, then restore`);
  } finally {
    db.close();
  }
  const kept = `${target}.before-restore-${new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14)}`;
  await rename(target, kept);
  await Promise.all(["-wal", "-shm"].map((ending) => rm(target + ending, { force: true })));
  process.stdout.write(`what was there is kept as ${kept}\n`);
}

function isOurs(file: string): boolean {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'AttemptItem'").get() !== undefined;
  } finally {
    db.close();
  }
}
