import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import Database from "better-sqlite3";
import { CommandRefused } from "./end-with.ts";
import { sqliteFile } from "./sqlite-file.ts";

/** Copies the database page by page while others write to it; the copy is one moment of it, checked before it counts. */
export async function backupCommand(target: string): Promise<void> {
  const source = sqliteFile("pg_dump");
  if (!existsSync(source)) throw new CommandRefused(`there is no database ${source} yet: start Mockdown first`);
  if (existsSync(target))
    throw new CommandRefused(`${target} is already there: name a new file, so that no earlier backup is lost`);
  const unfinished = `${target}.unfinished`;
  const db = new Database(source, { readonly: true });
  try {
    await db.backup(unfinished);
  } finally {
    db.close();
  }
  const problem = integrityProblem(unfinished);
  if (problem !== null) {
    await rm(unfinished);
    throw new CommandRefused(`the copy is damaged (${problem}), and so may be ${source}: run npm run admin -- doctor`);
  }
  await rename(unfinished, target);
  process.stdout.write(`${target} holds everything up to now\n`);
}

/** What SQLite finds wrong with a file, or null. */
export function integrityProblem(file: string): string | null {
  const db = new Database(file, { readonly: true });
  try {
    const result = db.pragma("integrity_check", { simple: true });
    return result === "ok" ? null : String(result);
  } catch (error) {
    return (error as Error).message;
  } finally {
    db.close();
  }
}
