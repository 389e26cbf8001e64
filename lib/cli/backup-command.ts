import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { closeCopy, removeDatabase } from "./close-copy.ts";
import { CommandRefused } from "./end-with.ts";
import { sqliteFile } from "./sqlite-file.ts";

/** Copies the database while others write to it; the copy is one moment of it, checked before it counts. */
export async function backupCommand(target: string): Promise<void> {
  const source = sqliteFile("pg_dump");
  if (!existsSync(source)) throw new CommandRefused(`there is no database ${source} yet: start Mockdown first`);
  if (existsSync(target))
    throw new CommandRefused(`${target} is already there: name a new file, so that no earlier backup is lost`);
  if (!existsSync(dirname(target)))
    throw new CommandRefused(`there is no folder ${dirname(target)}: make it, or name a file in one that is there`);
  // It holds addresses and passwords' hashes: nobody else on this machine is to read it.
  process.umask(0o077);
  const unfinished = `${target}.unfinished`;
  await removeDatabase(unfinished);
  await copyDatabase(source, unfinished);
  const problem = closeCopy(unfinished);
  if (problem !== null) {
    await removeDatabase(unfinished);
    throw new CommandRefused(`the copy is damaged (${problem}), and so may be ${source}: run npm run admin -- doctor`);
  }
  await rename(unfinished, target);
  process.stdout.write(`${target} holds everything up to now\n`);
}

async function copyDatabase(source: string, target: string): Promise<void> {
  const db = new Database(source, { readonly: true });
  try {
    // All at once: a copy in pieces begins again whenever somebody writes in between, on a busy server for ever.
    await db.backup(target, { progress: () => 0x7fffffff });
  } catch (error) {
    const { code = "", message } = error as Error & { readonly code?: string };
    if (!/CANTOPEN|READONLY|IOERR|FULL/.test(code)) throw error;
    await removeDatabase(target);
    throw new CommandRefused(`${target} cannot be written (${message}): give this user the right to, and room`);
  } finally {
    db.close();
  }
}
