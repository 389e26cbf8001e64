import { readLearnerSettings } from "#lib/auth/learner-settings";
import type { Database } from "#lib/db/database";
import { timeZoneOf } from "../read/time-zone.ts";

/** Keeps the time zone of a learner's device; null keeps the one there is. */
export async function keepTimeZone(db: Database, learnerId: string, timeZone: string | null): Promise<void> {
  if (timeZone === null || (await timeZoneOf(db.read, learnerId)) === timeZone) return;
  await db.write(async (tx) => {
    const where = { id: learnerId };
    const { settings } = await tx.learner.findUniqueOrThrow({ where, select: { settings: true } });
    const data = { settings: JSON.stringify({ ...readLearnerSettings(settings), timeZone }) };
    await tx.learner.update({ where, data, select: { id: true } });
  });
}
