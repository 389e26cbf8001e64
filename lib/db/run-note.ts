import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { logSize, readSqliteHeader } from "./sqlite-header.ts";

/**
 * A note beside a SQLite database that tells whether the file is still the one that the last start prepared. Each start
 * writes a new random number into the file (`user_version`) and into the note. A backup holds 0, and a file from another
 * time an earlier number.
 */
const noteShape = z.strictObject({
  generation: z.string(),
  run: z.int(),
  /** The number before this one: what the file still holds when a start ends between the note and the file. */
  previousRun: z.int(),
});

export type RunNote = z.infer<typeof noteShape>;

export function noteFile(database: string): string {
  return `${database}.run`;
}

/** Null when there is no note, or a write that was cut short left none that can be read. */
export function readRunNote(database: string): RunNote | null {
  try {
    return noteShape.safeParse(JSON.parse(readFileSync(noteFile(database), "utf8"))).data ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Replaces the note in one step, on disk when it returns. */
export function writeRunNote(database: string, note: RunNote): void {
  const beside = `${noteFile(database)}.${process.pid}`;
  try {
    writeFileSync(beside, `${JSON.stringify(note)}\n`, { mode: 0o600, flush: true });
    renameSync(beside, noteFile(database));
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Whether `run`, read from the file, is one that the note knows. */
export function isSameHistory(note: RunNote, run: number): boolean {
  return run === note.run || run === note.previousRun;
}

/**
 * Whether the log beside `database` belongs to another file. SQLite cannot tell: it would write the log's pages over the
 * file and destroy it. Opens neither.
 */
export function hasForeignLog(database: string): boolean {
  if (logSize(database) === 0) return false;
  const header = readSqliteHeader(database);
  if (header === null) return false;
  const note = readRunNote(database);
  return !header.usesLog || (note !== null && !isSameHistory(note, header.run));
}
