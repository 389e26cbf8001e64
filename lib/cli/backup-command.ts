import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { noteBackup } from "#lib/db/backup-note";
import { copyDatabase } from "./copy-database.ts";
import { CommandRefused } from "./end-with.ts";
import { fileSentence } from "./file-sentence.ts";
import { sqliteFile } from "./sqlite-file.ts";

/** Copies the database while others write to it. */
export async function backupCommand(target: string): Promise<void> {
  const source = sqliteFile("pg_dump");
  if (!existsSync(source)) throw new CommandRefused(`there is no database ${source} yet: start Mockdown first`);
  if (existsSync(target))
    throw new CommandRefused(`${target} already exists: name a new file, so that no earlier backup is lost`);
  const folder = target.endsWith("/") ? target : dirname(target);
  if (!existsSync(folder))
    throw new CommandRefused(`there is no folder ${folder}: create it, or name a file in an existing folder`);
  const begun = new Date();
  await copyDatabase(source, target);
  process.stdout.write(`${target} holds everything up to now\n`);
  noteTime(source, begun);
}

/** The user who makes backups may only be allowed to read the database; the backup is just as good. */
function noteTime(source: string, at: Date): void {
  try {
    noteBackup(source, at);
  } catch (error) {
    const sentence = fileSentence(error);
    if (sentence === null) throw error;
    process.stderr.write(`The doctor will not know about this backup. ${sentence}\n`);
  }
}
