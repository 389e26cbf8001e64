import { readLearnerSettings } from "#lib/auth/learner-settings";
import type { Database } from "#lib/db/database";
import { withoutNul } from "#lib/db/keepable";
import { isCalendarToken, learnerOfToken, signCalendar } from "../calendar-token.ts";

/** The path of a learner's calendar. */
export async function calendarPath(db: Database, learnerId: string, secret: string): Promise<string> {
  return `/plan/calendar/${signCalendar(learnerId, await roundOf(db, learnerId), secret)}`;
}

/** The learner whose calendar has this token now; null for any other token, and for one that its owner has replaced. */
export async function learnerOfCalendar(db: Database, token: string, secret: string): Promise<string | null> {
  const learnerId = learnerOfToken(token);
  if (!withoutNul.test(learnerId)) return null;
  const round = await roundOf(db, learnerId);
  return isCalendarToken(token, learnerId, round, secret) ? learnerId : null;
}

async function roundOf(db: Database, id: string): Promise<string | undefined> {
  const learner = await db.read.learner.findUnique({ where: { id }, select: { settings: true } });
  return readLearnerSettings(learner?.settings ?? "{}").calendarRound;
}
