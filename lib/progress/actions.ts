"use server";

import { notFound, redirect } from "next/navigation";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { unlessRefused } from "#lib/db/unless-refused";
import { leadToPlan, placeOnPlan } from "#lib/review/lead-to-plan";
import { outcomeForm } from "./schema.ts";
import { deleteOutcome, reportOutcome } from "./write/report-outcome.ts";

/** Saves how a real exam went. Invalid input leads back to the form. */
export async function reportOutcomeAction(form: FormData): Promise<void> {
  const viewer = await currentViewer();
  const { learnerId } = viewer;
  if (learnerId === null) notFound();
  const place = placeOnPlan(String(form.get("exam") ?? ""));
  const parsed = outcomeForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) redirect(`/plan?outcome=not-understood${place}`);
  const { exam: examSlug, outcome, score = null } = parsed.data;
  const reported = { db: database(), viewer: { ...viewer, learnerId }, examSlug, passed: outcome === "passed", score };
  const kept = await unlessRefused(() => reportOutcome({ ...reported, now: new Date() }));
  if (!kept.ok) redirect(`/plan?outcome=not-saved${place}`);
  if (!kept.value.ok) notFound();
  leadToPlan(examSlug);
}

export async function deleteOutcomeAction(form: FormData): Promise<void> {
  const { learnerId } = await currentViewer();
  if (learnerId === null) notFound();
  const [exam, date] = [String(form.get("exam") ?? ""), String(form.get("date") ?? "")];
  await deleteOutcome(database(), learnerId, exam, date);
  leadToPlan(exam);
}
