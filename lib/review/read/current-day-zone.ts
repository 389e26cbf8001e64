import type { Database } from "#lib/db/database";
import { statedTimeZone } from "#lib/settings/read/current-settings";
import { timeZoneOf } from "./time-zone.ts";

/**
 * The time zone in which a plan saved by the current request counts days: the stated one, otherwise the one stored for
 * the learner.
 */
export async function currentDayZone(db: Database, learnerId: string | null): Promise<string> {
  return (await statedTimeZone()) ?? (learnerId === null ? "UTC" : timeZoneOf(db.read, learnerId));
}
