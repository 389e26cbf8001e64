import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { copyDatabase } from "./copy-database.ts";
import { CommandRefused } from "./end-with.ts";
import { sqliteFile } from "./sqlite-file.ts";

/** Copies the database while others write to it. */
export async function backupCommand(target: string): Promise<void> {
  const source = sqliteFile("pg_dump");
  if (!existsSync(source)) throw new CommandRefused(`there is no database ${source} yet: start Mockdown first`);
  if (existsSync(target))
    throw new CommandRefused(`${target} is already there: name a new file, so that no earlier backup is lost`);
  const folder = target.endsWith("/") ? target : dirname(target);
  if (!existsSync(folder))
    throw new CommandRefused(`there is no folder ${folder}: make it, or name a file in one that is there`);
  await copyDatabase(source, target);
  process.stdout.write(`${target} holds everything up to now\n`);
}
