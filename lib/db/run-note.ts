import { z } from "zod";
import { readNote, writeNote } from "./note.ts";

/**
 * A note beside a SQLite database that shows whether the file is still the one that the last start prepared. Each start
 * writes a new random number into the file (`user_version`) and into the note. A backup holds 0, and an older file
 * holds an earlier number.
 */
const noteShape = z.strictObject({
  generation: z.string(),
  run: z.int(),
  /** The previous number, which the file still holds if a start ends between writing the note and the file. */
  previousRun: z.int(),
});

export type RunNote = z.infer<typeof noteShape>;

export function noteFile(database: string): string {
  return `${database}.run`;
}

/** Null if there is no readable note. */
export function readRunNote(database: string): RunNote | null {
  return readNote(noteFile(database), noteShape);
}

export function writeRunNote(database: string, note: RunNote): void {
  writeNote(noteFile(database), note);
}

/** Whether `run`, read from the file, is a number in the note. */
export function isSameHistory(note: RunNote, run: number): boolean {
  return run === note.run || run === note.previousRun;
}
