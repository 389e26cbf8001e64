import { readLearnerSettings } from "#lib/auth/learner-settings";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { dayOf, localDay } from "#lib/exam/local-time";

/** For each exam, the number of days until it is taken, for plans whose day is still ahead. */
export async function daysToExams(db: Database, viewer: Viewer, now: Date): Promise<ReadonlyMap<string, number>> {
  const { learnerId } = viewer;
  if (learnerId === null) return new Map();
  const learner = await db.read.learner.findUnique({ where: { id: learnerId }, select: { settings: true } });
  const { plans = {}, timeZone = "UTC" } = readLearnerSettings(learner?.settings ?? "{}");
  const today = localDay(now, timeZone);
  const days = Object.entries(plans).map(([slug, { examDate }]) => [slug, (dayOf(examDate) ?? today) - today] as const);
  return new Map(days.filter(([, left]) => left > 0));
}
