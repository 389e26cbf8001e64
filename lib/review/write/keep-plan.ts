import { randomUUID } from "node:crypto";
import type { PlanSettings } from "#lib/auth/learner-settings";
import { changeSettings } from "#lib/auth/write/change-settings";
import { getExam } from "#lib/bank/read/exams";
import type { Database, Tx } from "#lib/db/database";
import { dayOf, localDay } from "#lib/exam/local-time";
import { fail, ok, type Result } from "#lib/exam/result";
import { keptForm } from "../read/kept-form.ts";
import { drawForm } from "./draw-form.ts";

/** How many days ahead an exam may be. */
export const longestPlan = 365;

export type PlanRefusal = "no-such-exam" | "not-ahead" | "too-far" | "too-few-new";

/**
 * Saves the plan of a learner for one exam, and the time zone in which its days are counted. With `keepsForm`, a mock
 * exam is set aside from now on: the existing one, or a new one.
 */
export async function keepPlan(request: {
  readonly db: Database;
  readonly learnerId: string;
  readonly examSlug: string;
  readonly plan: Omit<PlanSettings, "form">;
  readonly keepsForm?: boolean;
  readonly timeZone: string;
  readonly now: Date;
}): Promise<Result<"kept", PlanRefusal>> {
  const { db, learnerId, examSlug, plan, keepsForm = false, timeZone, now } = request;
  const exam = await getExam(db, examSlug);
  if (exam === null) return fail("no-such-exam");
  const ahead = (dayOf(plan.examDate) ?? 0) - localDay(now, timeZone);
  if (ahead < 1) return fail("not-ahead");
  if (ahead > longestPlan) return fail("too-far");
  const kept = keepsForm ? await keptForm(db, learnerId, examSlug, now) : null;
  const form = keepsForm ? (kept?.questionIds ?? (await drawForm(db, learnerId, exam))) : [];
  if (form === null) return fail("too-few-new");
  const next: PlanSettings = form.length === 0 ? plan : { ...plan, form };
  await changePlans(db, learnerId, (plans) => ({ ...plans, [examSlug]: next }), timeZone);
  return ok("kept");
}

export async function deletePlan(db: Database, learnerId: string, examSlug: string): Promise<void> {
  await changePlans(db, learnerId, (plans) => {
    const { [examSlug]: _, ...others } = plans;
    return others;
  });
}

type Plans = Readonly<Record<string, PlanSettings>>;

/** Gives the calendar of a learner another address. The previous one stops working. */
export function withdrawCalendar(db: Database, learnerId: string): Promise<void> {
  return db.write((tx) => changeSettings(tx, learnerId, (kept) => ({ ...kept, calendarRound: randomUUID() })));
}

function changePlans(db: Database, id: string, change: (plans: Plans) => Plans, timeZone?: string): Promise<void> {
  return db.write((tx) =>
    changeSettings(tx, id, (kept) => {
      return { ...kept, ...(timeZone === undefined ? {} : { timeZone }), plans: change(kept.plans ?? {}) };
    }),
  );
}

/**
 * Stops setting aside the questions that an attempt asks; all of the form if the attempt is the one it was set aside
 * for.
 */
export async function releaseForm(
  tx: Tx,
  learnerId: string,
  examSlug: string,
  asked: ReadonlySet<string> | "all",
): Promise<void> {
  await changeSettings(tx, learnerId, ({ plans = {}, ...others }) => {
    const { form = [], ...plan } = plans[examSlug] as PlanSettings;
    const left = asked === "all" ? [] : form.filter((id) => !asked.has(id));
    return { ...others, plans: { ...plans, [examSlug]: left.length === 0 ? plan : { ...plan, form: left } } };
  });
}
