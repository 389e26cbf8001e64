import type { Database } from "#lib/db/database";
import { isNewer } from "#lib/exam/entries";
import { readConfidence } from "#lib/exam/json-columns";
import { blankHistory, type PastAnswer, type QuestionHistory } from "#lib/exam/practice";
import { foldNotes, type NoteEntry } from "../notes.ts";

interface ItemRow {
  readonly item: string;
  readonly questionId: string;
  readonly points: number | null;
  readonly committedAt: Date | null;
  readonly elapsedMs: number | bigint | null;
}

interface MarkRow extends Omit<NoteEntry, "field"> {
  readonly field: NoteEntry["field"] | "confidence";
}

export interface HistoryRequest {
  readonly learnerId: string;
  readonly examSlug: string;
  /** Answers after this moment do not count. */
  readonly until: Date;
}

/**
 * What a learner did with each question of an exam that they were asked. It depends on keys: callers that show any of
 * it must leave out the questions of exams in progress.
 */
export async function studyHistory(
  db: Database,
  request: HistoryRequest,
): Promise<ReadonlyMap<string, QuestionHistory>> {
  const { learnerId, until } = request;
  const [items, marks, cards] = await Promise.all([
    listItems(db, request),
    listMarks(db, request),
    db.read.$queryRaw<{ readonly questionId: string; readonly dueAt: Date }[]>`
      SELECT "questionId", "dueAt" FROM "Card" WHERE "learnerId" = ${learnerId}`,
  ]);
  const confidences = confidencesOf(marks);
  const histories = new Map<string, QuestionHistory & { readonly answers: PastAnswer[] }>();
  const historyOf = (questionId: string) =>
    histories.get(questionId) ?? { ...blankHistory, isAsked: true, answers: [] };
  for (const { item, questionId, points, committedAt, elapsedMs } of items) {
    const history = historyOf(questionId);
    histories.set(questionId, history);
    if (committedAt === null || committedAt > until) continue;
    const confidence = confidences.get(item) ?? null;
    history.answers.push({ points: points ?? 0, at: committedAt, confidence, elapsedMs: Number(elapsedMs ?? 0) });
  }
  for (const { questionId, dueAt } of cards) {
    const history = histories.get(questionId);
    if (history !== undefined) histories.set(questionId, { ...history, dueAt });
  }
  const notes = marks.flatMap((mark) => (mark.field === "confidence" ? [] : [{ ...mark, field: mark.field }]));
  // A question of a study session can be flagged without being answered.
  for (const { questionId, note, isFlagged } of foldNotes(notes))
    histories.set(questionId, {
      ...(histories.get(questionId) ?? { ...blankHistory, answers: [] }),
      isFlagged,
      hasNote: note !== "",
    });
  return histories;
}

/** The order of the joins keeps SQLite from starting with the items of all learners. */
function listItems(db: Database, { learnerId, examSlug, until }: HistoryRequest): Promise<readonly ItemRow[]> {
  return db.read.$queryRaw<ItemRow[]>`
    SELECT i."attemptId" || '/' || i."position" AS "item", i."questionId", i."points", i."committedAt", (
      SELECT MAX(e."elapsedMs") FROM "ItemEntry" e WHERE e."attemptId" = i."attemptId" AND e."position" = i."position"
    ) AS "elapsedMs"
    FROM "Attempt" a CROSS JOIN "AttemptItem" i
    WHERE a."learnerId" = ${learnerId} AND a."examSlug" = ${examSlug} AND a."startedAt" <= ${until}
      AND i."attemptId" = a."id" AND (i."committedAt" <= ${until} OR a."reveal" = 'at-end')
    ORDER BY i."committedAt", i."attemptId", i."position"`;
}

function listMarks(db: Database, { learnerId, examSlug, until }: HistoryRequest): Promise<readonly MarkRow[]> {
  return db.read.$queryRaw<MarkRow[]>`
    SELECT e."attemptId" || '/' || e."position" AS "item", i."questionId", e."field", e."version", e."clientId",
      e."value", e."madeAt"
    FROM "Attempt" a CROSS JOIN "AttemptItem" i CROSS JOIN "ItemEntry" e
    WHERE a."learnerId" = ${learnerId} AND a."examSlug" = ${examSlug} AND a."startedAt" <= ${until}
      AND i."attemptId" = a."id" AND e."attemptId" = i."attemptId" AND e."position" = i."position"
      AND e."field" IN ('note', 'flag', 'confidence') AND e."receivedAt" <= ${until}`;
}

function confidencesOf(marks: readonly MarkRow[]) {
  const newest = new Map<string, MarkRow>();
  for (const mark of marks) {
    if (mark.field !== "confidence") continue;
    const known = newest.get(mark.item);
    if (known === undefined || isNewer(mark, known)) newest.set(mark.item, mark);
  }
  return new Map([...newest].map(([item, { value }]) => [item, readConfidence(value)]));
}
