import { randomUUID } from "node:crypto";
import { type LearnerSettings, type PlanSettings, readLearnerSettings } from "#lib/auth/learner-settings";
import { getExam } from "#lib/bank/read/exams";
import type { Database } from "#lib/db/database";
import { dayOf, localDay } from "#lib/exam/local-time";
import { fail, ok, type Result } from "#lib/exam/result";

/** So many days ahead an exam may be. */
export const longestPlan = 365;

export type PlanRefusal = "no-such-exam" | "not-ahead" | "too-far";

/** Keeps the plan of a learner for one exam, and the time zone in which its days are counted. */
export async function keepPlan(request: {
  readonly db: Database;
  readonly learnerId: string;
  readonly examSlug: string;
  readonly plan: PlanSettings;
  readonly timeZone: string;
  readonly now: Date;
}): Promise<Result<"kept", PlanRefusal>> {
  const { db, learnerId, examSlug, plan, timeZone, now } = request;
  if ((await getExam(db, examSlug)) === null) return fail("no-such-exam");
  const ahead = (dayOf(plan.examDate) ?? 0) - localDay(now, timeZone);
  if (ahead < 1) return fail("not-ahead");
  if (ahead > longestPlan) return fail("too-far");
  await changePlans(db, learnerId, (plans) => ({ ...plans, [examSlug]: plan }), timeZone);
  return ok("kept");
}

export async function deletePlan(db: Database, learnerId: string, examSlug: string): Promise<void> {
  await changePlans(db, learnerId, (plans) => {
    const { [examSlug]: _, ...others } = plans;
    return others;
  });
}

type Plans = Readonly<Record<string, PlanSettings>>;

/** Gives the calendar of a learner another address. The one that it had leads nowhere from now on. */
export function withdrawCalendar(db: Database, learnerId: string): Promise<void> {
  return changeSettings(db, learnerId, (kept) => ({ ...kept, calendarRound: randomUUID() }));
}

function changePlans(db: Database, id: string, change: (plans: Plans) => Plans, timeZone?: string): Promise<void> {
  return changeSettings(db, id, (kept) => {
    return { ...kept, ...(timeZone === undefined ? {} : { timeZone }), plans: change(kept.plans ?? {}) };
  });
}

async function changeSettings(db: Database, id: string, change: (kept: LearnerSettings) => LearnerSettings) {
  await db.write(async (tx) => {
    const { settings } = await tx.learner.findUniqueOrThrow({ where: { id }, select: { settings: true } });
    const next = change(readLearnerSettings(settings));
    await tx.learner.update({ where: { id }, data: { settings: JSON.stringify(next) }, select: { id: true } });
  });
}
