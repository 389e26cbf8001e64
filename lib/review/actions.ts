"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { currentViewer, viewerWithLearner } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { unlessRefused } from "#lib/db/unless-refused";
import { leadToPlan, placeOnPlan } from "./lead-to-plan.ts";
import { currentDayZone } from "./read/current-day-zone.ts";
import { planForm } from "./schema.ts";
import { deletePlan, keepPlan, withdrawCalendar } from "./write/keep-plan.ts";

/** Saves a plan. An invalid plan leads back to the form, with the choices in the address. */
export async function savePlanAction(form: FormData): Promise<void> {
  const fields = { ...Object.fromEntries(form), weekdays: form.getAll("weekdays") };
  const parsed = planForm.safeParse(fields);
  const exam = String(form.get("exam") ?? "");
  if (!parsed.success) redirect(back(form, exam, "not-understood"));
  const { exam: examSlug, keepForm, ...plan } = parsed.data;
  const keepsForm = keepForm !== undefined;
  const kept = await unlessRefused(async () => {
    const { learnerId } = await viewerWithLearner();
    const timeZone = await currentDayZone(database(), learnerId);
    return keepPlan({ db: database(), learnerId, examSlug, plan, keepsForm, timeZone, now: new Date() });
  });
  if (!kept.ok) redirect(back(form, exam, "not-saved"));
  if (!kept.value.ok && kept.value.error === "no-such-exam") notFound();
  if (!kept.value.ok) redirect(back(form, exam, kept.value.error));
  leadToPlan(examSlug);
}

export async function deletePlanAction(form: FormData): Promise<void> {
  const { learnerId } = await currentViewer();
  if (learnerId === null) notFound();
  const exam = String(form.get("exam") ?? "");
  await deletePlan(database(), learnerId, exam);
  leadToPlan(exam);
}

/** Creates another address for the calendar, which replaces the one before: somebody may have seen it. */
export async function newCalendarAction(): Promise<void> {
  const { learnerId } = await currentViewer();
  if (learnerId === null) notFound();
  await withdrawCalendar(database(), learnerId);
  revalidatePath("/plan");
  redirect("/plan?calendar=new#calendar");
}

const shownAgain = ["exam", "examDate", "weekdays", "minutesPerDay", "retention", "keepForm"];

/** The address becomes a header of the reply, so values longer than any field of the form are left out. */
function back(form: FormData, exam: string, problem: string): string {
  const chosen = [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as [string, string]] : [],
  );
  const shown = chosen.filter(([name, value]) => shownAgain.includes(name) && value.length <= 200).slice(0, 20);
  return `/plan?${new URLSearchParams([...shown, ["problem", problem]])}${placeOnPlan(exam)}`;
}
