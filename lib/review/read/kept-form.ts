import { type LearnerSettings, ofExam, type PlanSettings, readLearnerSettings } from "#lib/auth/learner-settings";
import type { Database } from "#lib/db/database";
import { formOpensOn } from "#lib/exam/form-opening";
import { dayOf, localDay } from "#lib/exam/local-time";

/** The questions that a learner's plan keeps back for the mock exam of the last week. */
export interface KeptForm {
  /** In the order in which they are asked. */
  readonly questionIds: readonly string[];
  /** The day, since 1970, from which on the form can be taken. */
  readonly opensOn: number;
  readonly isOpen: boolean;
}

/** The mock exam that one plan has set aside; null when there is none, and from the exam day on. */
export function keptFormOf(plan: PlanSettings | undefined, today: number): KeptForm | null {
  const examDay = dayOf(plan?.examDate ?? "");
  if (plan?.form === undefined || plan.form.length === 0 || examDay === null || examDay <= today) return null;
  const opensOn = formOpensOn(examDay, plan.weekdays);
  return { questionIds: plan.form, opensOn, isOpen: today >= opensOn };
}

/** The form that a learner keeps back in one exam; null where there is none. */
export async function keptForm(db: Database, learnerId: string, examSlug: string, now: Date): Promise<KeptForm | null> {
  const { plans = {}, timeZone = "UTC" } = await settingsOf(db, learnerId);
  return keptFormOf(ofExam(plans, examSlug), localDay(now, timeZone));
}

/**
 * Every question that is kept back for a learner. None of them is shown, found or counted anywhere but in the mock exam
 * that it is kept for, or where a link names the exam with it.
 */
export async function keptBack(db: Database, learnerId: string | null, now: Date): Promise<ReadonlySet<string>> {
  if (learnerId === null) return new Set();
  const { plans = {}, timeZone = "UTC" } = await settingsOf(db, learnerId);
  const today = localDay(now, timeZone);
  return new Set(Object.values(plans).flatMap((plan) => keptFormOf(plan, today)?.questionIds ?? []));
}

async function settingsOf(db: Database, learnerId: string): Promise<LearnerSettings> {
  // By hand, because every page that lists or shows a question asks.
  const [row] = await db.read.$queryRaw<{ readonly settings: string }[]>`
    SELECT "settings" FROM "Learner" WHERE "id" = ${learnerId}`;
  return readLearnerSettings(row?.settings ?? "{}");
}
