import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { clockEnd, isOver } from "#lib/exam/attempt";
import type { Entry } from "#lib/exam/entries";
import { getAttempt } from "./attempt.ts";
import { newestEntries } from "./newest-entries.ts";

/** The newest entry of one field of one item. */
export interface Register {
  readonly position: number;
  readonly field: string;
  readonly version: number;
  readonly clientId: string;
  readonly value: unknown;
  /** When the learner made it, ISO 8601: a device can send it again after a restore. */
  readonly madeAt: string;
}

/** What a device that has seen everything up to `after` does not know yet. Never a key. */
export interface SyncState {
  readonly sequence: number;
  /** When the clock that the learner sees runs out, ISO 8601; null without a limit. */
  readonly clockEndsAt: string | null;
  readonly finished: boolean;
  /** The time is over, whether or not the attempt has been submitted. */
  readonly over: boolean;
  readonly registers: readonly Register[];
  /** How many items are committed: a device that knows fewer must look again. */
  readonly committed: number;
}

export async function getSyncState(
  db: Database,
  viewer: Viewer,
  attemptId: string,
  after: number,
  now: Date,
): Promise<SyncState | null> {
  const attempt = await getAttempt(db, viewer, attemptId);
  if (attempt === null) return null;
  const { sitting } = attempt;
  const isNew = sitting.sequence > after;
  const rows = isNew
    ? await db.read.$queryRaw<Entry[]>(newestEntries(db.provider, { attemptId, after, hasTimes: false }))
    : [];
  return {
    sequence: sitting.sequence,
    clockEndsAt: clockEnd(sitting, now)?.toISOString() ?? null,
    finished: sitting.finishedAt !== null,
    over: sitting.finishedAt !== null || isOver(sitting, now),
    registers: rows.map(toRegister),
    committed: attempt.committed,
  };
}

function toRegister({ position, field, version, clientId, value, madeAt }: Entry): Register {
  return { position, field, version, clientId, value: JSON.parse(value) as unknown, madeAt: madeAt.toISOString() };
}
