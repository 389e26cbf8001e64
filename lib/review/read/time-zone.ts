import { readLearnerSettings } from "#lib/auth/learner-settings";
import type { Read } from "#lib/db/database";

/** The time zone in which a learner's days are counted. */
export async function timeZoneOf(read: Pick<Read, "learner">, learnerId: string): Promise<string> {
  const learner = await read.learner.findUnique({ where: { id: learnerId }, select: { settings: true } });
  return readLearnerSettings(learner?.settings ?? "{}").timeZone ?? "UTC";
}
