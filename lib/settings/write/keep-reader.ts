import { readLearnerSettings } from "#lib/auth/learner-settings";
import { changeSettings } from "#lib/auth/write/change-settings";
import type { Database } from "#lib/db/database";

/** How somebody reads on their current device; null for a time zone that it has not reported. */
export interface ReadAs {
  readonly locale: string;
  readonly timeZone: string | null;
}

/** Stores how a learner reads: for counting their days and writing their mails. */
export async function keepReader(db: Database, learnerId: string, { locale, timeZone }: ReadAs): Promise<void> {
  const [learner] = await db.read.$queryRaw<{ readonly settings: string }[]>`
    SELECT "settings" FROM "Learner" WHERE "id" = ${learnerId}`;
  const kept = readLearnerSettings(learner?.settings ?? "{}");
  const now = { locale, ...(timeZone !== null && { timeZone }) };
  if (kept.locale === locale && (timeZone === null || kept.timeZone === timeZone)) return;
  await db.write((tx) => changeSettings(tx, learnerId, (before) => ({ ...before, ...now })));
}
