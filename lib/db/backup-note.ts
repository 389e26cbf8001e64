import { z } from "zod";
import { readNote, writeNote } from "./note.ts";

const shape = z.strictObject({ at: z.iso.datetime() });

function backupNote(database: string): string {
  return `${database}.last-backup`;
}

/** When the backup command last made a backup of this SQLite database; null when that is not known. */
export function lastBackup(database: string): Date | null {
  const note = readNote(backupNote(database), shape);
  return note === null ? null : new Date(note.at);
}

/** Throws the file system's error when the note cannot be written. */
export function noteBackup(database: string, at: Date): void {
  writeNote(backupNote(database), { at: at.toISOString() });
}
