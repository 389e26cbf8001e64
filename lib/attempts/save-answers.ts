import type { Viewer } from "#lib/auth/viewer";
import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import type { Entry } from "#lib/exam/entries";
import { fail, ok, type Result } from "#lib/exam/result";
import { timeliness } from "#lib/exam/timing";
import { finishInTx, scoreAgain } from "./finish.ts";
import type { SaveBody } from "./schema.ts";

export type Refusal = "finished" | "too-late" | "committed" | "no-such-item";

export interface SaveReceipt {
  /** How many entries of this batch the server now holds, those of an earlier try included. */
  readonly saved: number;
  /** Entries that do not count, with the reason. They will never be accepted: sending them again is no use. */
  readonly refused: readonly {
    readonly position: number;
    readonly field: string;
    readonly version: number;
    readonly reason: Refusal;
  }[];
  readonly finished: boolean;
}

interface Header {
  readonly deadlineAt: Date | null;
  readonly finishedAt: Date | null;
  readonly finishedBy: string | null;
}

/**
 * Keeps a batch of changes. The same batch again gives the same receipt and changes nothing. Answers made before the
 * deadline and delivered within `lateSyncMs` after it count and are marked; the score is made again.
 */
export async function saveAnswers(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly attemptId: string;
  readonly body: SaveBody;
  readonly now: Date;
}): Promise<Result<SaveReceipt, "no-such-attempt">> {
  const { db, viewer, attemptId, body, now } = request;
  if (viewer.learnerId === null) return fail("no-such-attempt");
  const entries = body.entries.map((entry) => toEntry(entry, body.clientId, now));
  return db.write(async (tx) => {
    const header = await lockAttempt(db, tx, attemptId, viewer.learnerId as string);
    if (header === null) return fail("no-such-attempt");
    const items = await tx.attemptItem.findMany({
      where: { attemptId },
      select: { position: true, committedAt: true },
    });
    const committed = new Map(items.map((item) => [item.position, item.committedAt !== null]));
    const known = await knownEntries(tx, attemptId, body.clientId);
    const judged = entries.map((entry) => ({
      entry,
      reason: known.has(keyOf(entry)) ? null : refusal(entry, header, committed, now),
    }));
    const accepted = judged.filter(({ reason }) => reason === null).map(({ entry }) => entry);
    const fresh = accepted.filter((entry) => !known.has(keyOf(entry)));
    if (fresh.length > 0) await insertEntries(db, tx, attemptId, fresh, now);
    const isLate = header.deadlineAt !== null && now >= header.deadlineAt;
    if (isLate && header.finishedAt === null)
      await finishInTx(db, tx, attemptId, "deadline", header.deadlineAt as Date);
    if (isLate && fresh.length > 0)
      await scoreAgain(
        db,
        tx,
        attemptId,
        fresh.map((entry) => entry.position),
      );
    const refused = judged.flatMap(({ entry, reason }) => (reason === null ? [] : [{ ...placeOf(entry), reason }]));
    return ok({ saved: accepted.length, refused, finished: header.finishedAt !== null || isLate });
  });
}

function toEntry(entry: SaveBody["entries"][number], clientId: string, now: Date): Entry {
  const madeAt = new Date(Math.min(Date.parse(entry.madeAt), now.getTime()));
  return {
    ...placeOf(entry),
    clientId,
    value: JSON.stringify(entry.value ?? null),
    madeAt,
    elapsedMs: entry.elapsedMs,
  };
}

function placeOf({ position, field, version }: Pick<Entry, "position" | "field" | "version">) {
  return { position, field, version };
}

function keyOf(entry: Pick<Entry, "position" | "field" | "version">): string {
  return `${entry.position}/${entry.field}/${entry.version}`;
}

/** Every change to an attempt begins by taking its row, so that saving and finishing cannot pass each other. */
async function lockAttempt(db: Database, tx: Tx, attemptId: string, learnerId: string): Promise<Header | null> {
  if (db.provider === "postgresql") await tx.$queryRaw`SELECT 1 FROM "Attempt" WHERE "id" = ${attemptId} FOR UPDATE`;
  return tx.attempt.findUnique({
    where: { id: attemptId, learnerId },
    select: { deadlineAt: true, finishedAt: true, finishedBy: true },
  });
}

async function knownEntries(tx: Tx, attemptId: string, clientId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.itemEntry.findMany({
    where: { attemptId, clientId },
    select: { position: true, field: true, version: true },
  });
  return new Set(rows.map((row) => keyOf(row as Entry)));
}

function refusal(entry: Entry, header: Header, committed: ReadonlyMap<number, boolean>, now: Date): Refusal | null {
  const isCommitted = committed.get(entry.position);
  if (isCommitted === undefined) return "no-such-item";
  const byDeadline = header.finishedBy === "deadline" || header.finishedAt === null;
  if (!byDeadline) return "finished";
  if (timeliness(entry.madeAt, header.deadlineAt, now) === "too-late") return "too-late";
  return isCommitted && header.finishedAt === null && entry.field === "answer" ? "committed" : null;
}

function insertEntries(db: Database, tx: Tx, attemptId: string, entries: readonly Entry[], receivedAt: Date) {
  const rows = entries.map((entry) => ({ ...entry, receivedAt }));
  const source = jsonRows(
    db.provider,
    {
      position: "integer",
      field: "text",
      version: "integer",
      clientId: "text",
      value: "text",
      madeAt: "timestamp",
      receivedAt: "timestamp",
      elapsedMs: "integer",
    },
    rows,
  );
  return tx.$executeRaw`
    INSERT INTO "ItemEntry" ("attemptId", "position", "field", "version", "clientId", "value", "madeAt", "receivedAt", "elapsedMs")
    SELECT ${attemptId}, rows."position", rows."field", rows."version", rows."clientId", rows."value", rows."madeAt", rows."receivedAt", rows."elapsedMs"
    FROM ${source} WHERE TRUE ON CONFLICT DO NOTHING`;
}
