import type { Viewer } from "#lib/auth/viewer";
import { bulkUpsert } from "#lib/db/bulk-upsert";
import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import { finishOf, type ItemState, type Judgement, judgeChange, mostChanges } from "#lib/exam/attempt";
import type { Entry } from "#lib/exam/entries";
import { fail, ok, type Result } from "#lib/exam/result";
import { signal } from "#lib/metrics/signals";
import { saveBody } from "../schema.ts";
import type { EntryName, SaveReceipt, SentEntry } from "../wire.ts";
import { finishInTx, scoreAgain } from "./finish.ts";
import { takeAttempt } from "./take-attempt.ts";

/**
 * Saves a batch of changes in the shape of `saveBody`. Anything else in `body` is refused here, so that nothing unchecked
 * reaches the database. Sending the same batch again returns the same receipt and changes nothing. Answers made before the
 * deadline and delivered within `lateSyncMs` after it count and are marked as late; the score is recalculated. An answer to an
 * item whose key this learner was sent in the meantime is refused.
 */
export async function saveAnswers(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly attemptId: string;
  readonly body: unknown;
  readonly now: Date;
}): Promise<Result<SaveReceipt, "no-such-attempt" | "not-understood">> {
  const { db, viewer, attemptId, now } = request;
  const { learnerId } = viewer;
  if (learnerId === null) return fail("no-such-attempt");
  const body = saveBody.safeParse(request.body);
  if (!body.success) return fail("not-understood");
  const { clientId } = body.data;
  const entries = body.data.entries.map((entry) => toEntry(entry, clientId, now));
  let endedBy: string | null = null;
  const result = await db.write(async (tx) => {
    const sitting = await takeAttempt(tx, attemptId, learnerId);
    if (sitting === null) return fail("no-such-attempt");
    const { stateOf, known } = await stateBefore(db, tx, attemptId, clientId, entries);
    let room = mostChanges - sitting.changes;
    const judged = entries.map((entry) => {
      const value = known.get(keyOf(entry));
      const isKnown = value !== undefined;
      const judgement = isKnown ? again(entry, value) : judgeChange(sitting, entry, stateOf(entry.position), now);
      if (!isKnown && judgement.accepted && room-- <= 0)
        return { entry, isKnown, judgement: { accepted: false, reason: "too-many-changes" } as const };
      // This also catches a version that the same batch uses twice.
      if (judgement.accepted) known.set(keyOf(entry), entry.value);
      return { entry, isKnown, judgement };
    });
    const fresh = judged.filter(({ isKnown, judgement }) => !isKnown && judgement.accepted).map(({ entry }) => entry);
    if (fresh.length > 0) await insertEntries(db, tx, attemptId, fresh, sitting.sequence, now);
    const ending = finishOf(sitting, "by-clock", now);
    const won = ending !== null && (await finishInTx(db, tx, attemptId, ending.finishedBy, ending.finishedAt));
    endedBy = won ? ending.finishedBy : null;
    // If the clock was set back after the attempt was graded, a change that seems timely is late as well.
    const isGraded = sitting.finishedAt !== null;
    const late = judged.flatMap(({ entry, isKnown, judgement }) =>
      !isKnown && judgement.accepted && (judgement.late || isGraded) && entry.field === "answer"
        ? [entry.position]
        : [],
    );
    if (late.length > 0) await scoreAgain(db, tx, attemptId, late);
    const refused = judged.flatMap(({ entry, judgement }) =>
      judgement.accepted ? [] : [{ ...nameOf(entry), reason: judgement.reason }],
    );
    const finished = sitting.finishedAt !== null || ending !== null;
    return ok({ saved: entries.length - refused.length, refused, finished, sequence: sitting.sequence });
  });
  if (endedBy !== null) signal("attempt-finished", { by: endedBy });
  if (result.ok) signal("answers-saved", { saved: result.value.saved, refused: result.value.refused.length });
  return result;
}

/** A repetition counts as saved; another value under a used version is reported, never dropped silently. */
function again(entry: Entry, value: string): Judgement {
  return value === entry.value ? { accepted: true, late: false } : { accepted: false, reason: "version-taken" };
}

function toEntry(entry: SentEntry, clientId: string, now: Date): Entry {
  const madeAt = new Date(Math.min(Date.parse(entry.madeAt), now.getTime()));
  return {
    ...nameOf(entry),
    clientId,
    value: JSON.stringify(entry.value),
    madeAt,
    elapsedMs: entry.elapsedMs,
  };
}

function nameOf({ position, field, version }: EntryName): EntryName {
  return { position, field, version };
}

function keyOf(entry: { readonly position: number; readonly field: string; readonly version: number }): string {
  return `${entry.position}/${entry.field}/${entry.version}`;
}

/** Stands for an item that the attempt does not have, so that `judgeChange` refuses its changes. */
const untouched: ItemState = { isCommitted: false, isKeyServed: false };

interface BeforeRow {
  readonly position: number;
  readonly committedAt: Date | null;
  readonly keyServedAt: Date | null;
  readonly field: string | null;
  readonly version: number | null;
  readonly value: string | null;
}

/**
 * The state of the items of a batch, and the values that this client has already delivered under these versions, by position,
 * field and version.
 */
async function stateBefore(db: Database, tx: Tx, attemptId: string, clientId: string, entries: readonly Entry[]) {
  const places = jsonRows(db.provider, { position: "integer", field: "text", version: "integer" }, entries.map(nameOf));
  const rows = await tx.$queryRaw<BeforeRow[]>`
    SELECT i."position", i."committedAt", i."keyServedAt", e."field", e."version", e."value"
    FROM ${places} JOIN "AttemptItem" i ON i."attemptId" = ${attemptId} AND i."position" = rows."position"
    LEFT JOIN "ItemEntry" e ON e."attemptId" = i."attemptId" AND e."position" = i."position" AND e."field" = rows."field"
      AND e."version" = rows."version" AND e."clientId" = ${clientId}`;
  const known = new Map<string, string>();
  for (const { position, field, version, value } of rows)
    if (field !== null && version !== null && value !== null) known.set(keyOf({ position, field, version }), value);
  const states = new Map<number, ItemState>();
  for (const { position, committedAt, keyServedAt } of rows)
    states.set(position, { isCommitted: committedAt !== null, isKeyServed: keyServedAt !== null });
  return { stateOf: (position: number) => states.get(position) ?? untouched, known };
}

async function insertEntries(
  db: Database,
  tx: Tx,
  attemptId: string,
  entries: readonly Entry[],
  sequence: number,
  receivedAt: Date,
): Promise<void> {
  await tx.$executeRaw(
    bulkUpsert(db.provider, {
      table: "ItemEntry",
      columns: {
        attemptId: "text",
        position: "integer",
        field: "text",
        version: "integer",
        clientId: "text",
        value: "text",
        madeAt: "timestamp",
        receivedAt: "timestamp",
        elapsedMs: "integer",
        sequence: "integer",
      },
      rows: entries.map((entry) => ({ ...entry, attemptId, receivedAt, sequence })),
      existing: "keep",
    }),
  );
  await tx.$executeRaw`UPDATE "Attempt" SET "changes" = "changes" + ${entries.length} WHERE "id" = ${attemptId}`;
}
