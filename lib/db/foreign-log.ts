import { isOpenHere } from "./open-files.ts";
import { isSameHistory, readRunNote } from "./run-note.ts";
import { logSize, readSqliteHeader } from "./sqlite-header.ts";

/** A SQLite file must not be opened beside its log. The message is for an operator. */
export class ForeignLog extends Error {
  override name = "ForeignLog";
}

/**
 * Throws `ForeignLog` when opening `database` would destroy it or its log. SQLite cannot tell that a log belongs to
 * another file: it writes the log's pages over the file. Beside a file that is not a database it deletes the log.
 */
export function refuseForeignLog(database: string): void {
  const sentence = foreignLogSentence(database);
  if (sentence !== null) throw new ForeignLog(sentence);
}

/** Whether opening `database` would destroy it or its log. Opens neither of them. */
export function hasForeignLog(database: string): boolean {
  return foreignLogSentence(database) !== null;
}

/** Null if there is no log, or if it belongs to the file, as it does beside one that this process has open. */
export function foreignLogSentence(database: string): string | null {
  if (logSize(database) === 0 || isOpenHere(database)) return null;
  const header = readSqliteHeader(database);
  const restore = "run npm run admin -- restore <file>";
  if (header === null)
    return `The database ${database} is damaged or gone, and its log ${database}-wal is there: the newest answers may be in it. Nothing was changed. Put the right file back, or restore a backup: ${restore}. It keeps both.`;
  const note = readRunNote(database);
  if (header.usesLog && (note === null || isSameHistory(note, header.run))) return null;
  return `The log ${database}-wal does not belong to the database ${database}: another file has taken its place. Nothing was changed. To use this file, such as a backup, move ${database}-wal and ${database}-shm away and start again; to use another backup, ${restore}.`;
}
