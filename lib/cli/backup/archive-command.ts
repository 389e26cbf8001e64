import { isBackupDue, listArchives } from "#lib/db/archives";
import { providerOf } from "#lib/db/provider";
import { environment } from "#lib/env/current";
import { CommandRefused } from "../end-with.ts";
import { makeArchive } from "./make-archive.ts";

/** Makes an archive in BACKUP_DIR; with `ifDue` only when the newest one of this kind of database is a day old. */
export async function archiveCommand({ ifDue = false } = {}): Promise<void> {
  const { BACKUP_DIR, DATABASE_URL } = environment();
  if (BACKUP_DIR === undefined)
    throw new CommandRefused("Name a file for the backup, or set BACKUP_DIR to the folder for backups.");
  const now = new Date();
  if (ifDue && !isBackupDue(listArchives(BACKUP_DIR, providerOf(DATABASE_URL)), now)) return;
  const archive = await makeArchive(BACKUP_DIR, now);
  process.stdout.write(`${archive} holds everything up to now\n`);
}
