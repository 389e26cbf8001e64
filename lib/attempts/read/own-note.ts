import type { Viewer } from "#lib/auth/viewer";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { foldNotes, type NoteEntry, type OwnNote, withLetters } from "../notes.ts";

type Row = Omit<NoteEntry, "item"> & {
  readonly attemptId: string;
  readonly position: number;
  readonly revisionId: string;
  readonly seed: string;
};

/**
 * The viewer's note and flag on one question, from whichever attempt they were last changed in; null without either.
 * `order`: ids of the options as the page shows them.
 */
export async function getOwnNote(
  db: Database,
  { learnerId }: Viewer,
  questionId: string,
  order: readonly string[],
): Promise<OwnNote | null> {
  if (learnerId === null) return null;
  const rows = await db.read.$queryRaw<Row[]>`
    SELECT e."attemptId", e."position", e."field", e."version", e."clientId", e."value", e."madeAt", i."questionId",
      i."revisionId", a."seed"
    FROM "Attempt" a CROSS JOIN "AttemptItem" i CROSS JOIN "ItemEntry" e
    WHERE a."learnerId" = ${learnerId} AND i."attemptId" = a."id"
      -- Joined to nothing, so that no index of the question is used: everybody's items stand in it.
      AND i."questionId" || '' = ${questionId}
      AND e."attemptId" = i."attemptId" AND e."position" = i."position" AND e."field" IN ('note', 'flag')`;
  const entries = rows.map((row) => ({ ...row, item: `${row.attemptId}/${row.position}` }));
  const [note] = foldNotes(entries);
  if (note === undefined) return null;
  const written = entries.find(({ item }) => item === note.item);
  const part = written && (await publicPartsOf(db.read, [written.revisionId])).get(written.revisionId);
  return withLetters(note, written, part, order);
}
