import type { Viewer } from "#lib/auth/viewer";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { readableText } from "#lib/exam/readable-text";
import { foldNotes, type ListedNote, type NoteEntry, withLetters } from "../notes.ts";

interface NoteRow extends Omit<NoteEntry, "item"> {
  readonly attemptId: string;
  readonly position: number;
  readonly name: string;
  readonly examSlug: string;
  readonly examTitle: string;
  readonly examLanguage: string | null;
  /** The question's wording that is shown, and the one that the note was written at. */
  readonly revisionId: string;
  readonly notedId: string;
  readonly seed: string;
}

/** The viewer's notes and flags in all attempts, the newest first. None of it depends on a key. */
export async function listNotes(db: Database, viewer: Viewer): Promise<readonly ListedNote[]> {
  const { learnerId } = viewer;
  if (learnerId === null) return [];
  const rows = await db.read.$queryRaw<NoteRow[]>`
    SELECT e."attemptId", e."position", e."field", e."version", e."clientId", e."value", e."madeAt",
      i."questionId", COALESCE(q."revisionId", i."revisionId") AS "revisionId", i."revisionId" AS "notedId", a."seed", q."name", q."examSlug", x."title" AS "examTitle",
      x."language" AS "examLanguage"
    FROM "Attempt" a
    JOIN "AttemptItem" i ON i."attemptId" = a."id"
    JOIN "ItemEntry" e ON e."attemptId" = i."attemptId" AND e."position" = i."position" AND e."field" IN ('note', 'flag')
    JOIN "Question" q ON q."id" = i."questionId" JOIN "Exam" x ON x."slug" = q."examSlug"
    WHERE a."learnerId" = ${learnerId}`;
  const ofQuestion = new Map(rows.map((row) => [row.questionId, row]));
  const entries = rows.map((row) => ({ ...row, item: `${row.attemptId}/${row.position}` }));
  const ofItem = new Map(entries.map((entry) => [entry.item, entry]));
  const notes = foldNotes(entries);
  const ids = notes.flatMap(({ questionId, item }) => [
    ofQuestion.get(questionId)?.revisionId ?? [],
    ofItem.get(item ?? "")?.notedId ?? [],
  ]);
  const parts = await publicPartsOf(db.read, [...new Set(ids.flat())]);
  return notes.flatMap((note) => {
    const row = ofQuestion.get(note.questionId);
    const part = row && parts.get(row.revisionId);
    if (row === undefined || part === undefined) return [];
    const path = `/exams/${row.examSlug}/questions/${row.name}`;
    const { examTitle, examLanguage } = row;
    const written = ofItem.get(note.item ?? "");
    const own = withLetters(note, written, parts.get(written?.notedId ?? ""), null);
    return [{ ...own, examTitle, examLanguage, stem: readableText(part.stemHtml), path }];
  });
}
