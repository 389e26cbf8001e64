import type { Viewer } from "#lib/auth/viewer";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { readableText } from "#lib/exam/readable-text";
import { foldNotes, type ListedNote, type NoteEntry } from "../notes.ts";

interface NoteRow extends Omit<NoteEntry, "item"> {
  readonly attemptId: string;
  readonly position: number;
  readonly name: string;
  readonly examSlug: string;
  readonly examTitle: string;
  readonly examLanguage: string | null;
  readonly revisionId: string;
}

/** The viewer's notes and flags in all attempts, the newest first. None of it depends on a key. */
export async function listNotes(db: Database, viewer: Viewer): Promise<readonly ListedNote[]> {
  const { learnerId } = viewer;
  if (learnerId === null) return [];
  const rows = await db.read.$queryRaw<NoteRow[]>`
    SELECT e."attemptId", e."position", e."field", e."version", e."clientId", e."value", e."madeAt",
      i."questionId", COALESCE(q."revisionId", i."revisionId") AS "revisionId", q."name", q."examSlug", x."title" AS "examTitle",
      x."language" AS "examLanguage"
    FROM "Attempt" a
    JOIN "AttemptItem" i ON i."attemptId" = a."id"
    JOIN "ItemEntry" e ON e."attemptId" = i."attemptId" AND e."position" = i."position" AND e."field" IN ('note', 'flag')
    JOIN "Question" q ON q."id" = i."questionId" JOIN "Exam" x ON x."slug" = q."examSlug"
    WHERE a."learnerId" = ${learnerId}`;
  const ofQuestion = new Map(rows.map((row) => [row.questionId, row]));
  const notes = foldNotes(rows.map((row) => ({ ...row, item: `${row.attemptId}/${row.position}` })));
  const parts = await publicPartsOf(
    db.read,
    notes.flatMap(({ questionId }) => ofQuestion.get(questionId)?.revisionId ?? []),
  );
  return notes.flatMap((note) => {
    const row = ofQuestion.get(note.questionId);
    const part = row && parts.get(row.revisionId);
    if (row === undefined || part === undefined) return [];
    const path = `/exams/${row.examSlug}/questions/${row.name}`;
    const { examTitle, examLanguage } = row;
    return [{ ...note, examTitle, examLanguage, stem: readableText(part.stemHtml), path }];
  });
}
