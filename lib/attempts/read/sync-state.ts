import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { clockEnd, isOver } from "#lib/exam/attempt";
import type { Entry } from "#lib/exam/entries";
import type { Register, SavedEntry, SyncState } from "../wire.ts";
import { getAttempt } from "./attempt.ts";
import { newestEntries } from "./newest-entries.ts";

/** `last`: the last change that the server confirmed to the device. Returns null when the viewer has no such attempt. */
export async function getSyncState(
  db: Database,
  viewer: Viewer,
  attemptId: string,
  after: number,
  now: Date,
  last: SavedEntry | null = null,
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
    holds: last === null || (await holds(db, attemptId, last)),
  };
}

/** Whether a change is still there that was saved once: after a restore it is not, and a state may have its number again. */
async function holds(db: Database, attemptId: string, entry: SavedEntry): Promise<boolean> {
  const key = { attemptId, ...entry };
  const where = { attemptId_position_field_version_clientId: key };
  return (await db.read.itemEntry.findUnique({ where, select: { position: true } })) !== null;
}

function toRegister({ position, field, version, clientId, value, madeAt }: Entry): Register {
  return { position, field, version, clientId, value: JSON.parse(value) as unknown, madeAt: madeAt.toISOString() };
}
