import { readLearnerSettings } from "#lib/auth/learner-settings";
import type { Read } from "#lib/db/database";

/** The time zone in which a learner's days are counted. A plain statement: every answer that is checked asks for it. */
export async function timeZoneOf(read: Pick<Read, "$queryRaw">, learnerId: string): Promise<string> {
  const [learner] = await read.$queryRaw<{ readonly settings: string }[]>`
    SELECT "settings" FROM "Learner" WHERE "id" = ${learnerId}`;
  return readLearnerSettings(learner?.settings ?? "{}").timeZone ?? "UTC";
}
