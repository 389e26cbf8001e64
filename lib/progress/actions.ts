"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { unlessRefused } from "#lib/db/unless-refused";
import { outcomeForm } from "./schema.ts";
import { deleteOutcome, tellOutcome } from "./write/tell-outcome.ts";

/** Keeps how a real exam went. What cannot be kept leads back to the form. */
export async function tellOutcomeAction(form: FormData): Promise<void> {
  const viewer = await currentViewer();
  const { learnerId } = viewer;
  if (learnerId === null) notFound();
  const place = placeOf(form);
  const parsed = outcomeForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) redirect(`/plan?outcome=not-understood${place}`);
  const { exam: examSlug, outcome, score = null } = parsed.data;
  const told = { db: database(), viewer: { ...viewer, learnerId }, examSlug, passed: outcome === "passed", score };
  const kept = await unlessRefused(() => tellOutcome({ ...told, now: new Date() }));
  if (!kept.ok) redirect(`/plan?outcome=not-saved${place}`);
  if (!kept.value.ok) notFound();
  revalidatePath("/plan");
  redirect(`/plan${place}`);
}

export async function deleteOutcomeAction(form: FormData): Promise<void> {
  const { learnerId } = await currentViewer();
  if (learnerId === null) notFound();
  const [exam, date] = [String(form.get("exam") ?? ""), String(form.get("date") ?? "")];
  await deleteOutcome(database(), learnerId, exam, date);
  revalidatePath("/plan");
  redirect(`/plan${placeOf(form)}`);
}

/** Where on the page the exam stands. An address is a header of the reply: a name that no exam has is not taken along. */
function placeOf(form: FormData): string {
  const exam = String(form.get("exam") ?? "");
  return exam.length <= 200 ? `#${encodeURIComponent(exam)}` : "";
}
