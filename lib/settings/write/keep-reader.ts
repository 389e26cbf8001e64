import { readLearnerSettings } from "#lib/auth/learner-settings";
import { changeSettings } from "#lib/auth/write/change-settings";
import type { Database } from "#lib/db/database";

/** How somebody reads on the device that they use now; a time zone that it has not said is null. */
export interface ReadAs {
  readonly locale: string;
  readonly timeZone: string | null;
}

/** Keeps how a learner reads: their days are counted by it, and mails written. */
export async function keepReader(db: Database, learnerId: string, { locale, timeZone }: ReadAs): Promise<void> {
  const [learner] = await db.read.$queryRaw<{ readonly settings: string }[]>`
    SELECT "settings" FROM "Learner" WHERE "id" = ${learnerId}`;
  const kept = readLearnerSettings(learner?.settings ?? "{}");
  const now = { locale, ...(timeZone !== null && { timeZone }) };
  if (kept.locale === locale && (timeZone === null || kept.timeZone === timeZone)) return;
  await db.write((tx) => changeSettings(tx, learnerId, (before) => ({ ...before, ...now })));
}
