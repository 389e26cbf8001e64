import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { foldNotes, type NoteEntry, type OwnNote } from "../notes.ts";

type Row = Omit<NoteEntry, "item"> & { readonly attemptId: string; readonly position: number };

/** The viewer's note and flag on one question, from whichever attempt they were last changed in; null without either. */
export async function getOwnNote(db: Database, { learnerId }: Viewer, questionId: string): Promise<OwnNote | null> {
  if (learnerId === null) return null;
  const rows = await db.read.$queryRaw<Row[]>`
    SELECT e."attemptId", e."position", e."field", e."version", e."clientId", e."value", e."madeAt", i."questionId"
    FROM "Attempt" a CROSS JOIN "AttemptItem" i CROSS JOIN "ItemEntry" e
    WHERE a."learnerId" = ${learnerId} AND i."attemptId" = a."id"
      -- Joined to nothing, so that no index of the question is used: everybody's items stand in it.
      AND i."questionId" || '' = ${questionId}
      AND e."attemptId" = i."attemptId" AND e."position" = i."position" AND e."field" IN ('note', 'flag')`;
  const [note] = foldNotes(rows.map((row) => ({ ...row, item: `${row.attemptId}/${row.position}` })));
  return note ?? null;
}
