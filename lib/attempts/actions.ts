"use server";

import { randomUUID } from "node:crypto";
import { refresh, revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { currentViewer, viewerWithLearner } from "#lib/auth/read/current-viewer";
import { keepUnsent } from "#lib/auth/unsent-form";
import { database } from "#lib/db/current";
import { unlessRefused } from "#lib/db/unless-refused";
import { environment } from "#lib/env/current";
import { decimalSign } from "#lib/exam/decimal-sign";
import type { NotReady } from "#lib/exam/kinds/kind";
import { questionKinds } from "#lib/exam/question";
import { readGiven } from "#lib/exam/read-answer";
import { fail, type Result } from "#lib/exam/result";
import { currentVisitor } from "#lib/limits/current-visitor";
import { currentReading } from "#lib/settings/read/current-reading";
import { currentLocale } from "#lib/settings/read/current-words";
import { keepReader } from "#lib/settings/write/keep-reader";
import { findRunningStudy } from "./read/list-running.ts";
import { readStartForm } from "./schema.ts";
import { answerQuestion } from "./write/answer-question.ts";
import { type CheckRefusal, checkAnswer } from "./write/check-answer.ts";
import { examTime } from "./write/clock-watch.ts";
import { closeOpenSection } from "./write/close-section.ts";
import { discardAttempt } from "./write/discard-attempt.ts";
import { finishAttempt } from "./write/finish.ts";
import { saveItemForm } from "./write/item-form.ts";
import { refuseStart, type StartRefusal } from "./write/refuse-start.ts";
import { startAttempt } from "./write/start-attempt.ts";

export async function startAttemptAction(form: FormData): Promise<void> {
  const parsed = readStartForm(form);
  if (parsed === null) notFound();
  const { exam, mode, seed, question, choices, isAgain } = parsed;
  if (mode === "study" && !isAgain) {
    const inProgress = await findRunningStudy(database(), await currentViewer(), exam);
    if (inProgress !== null) redirect(`/attempts/${inProgress}`);
  }
  const kept = await unlessRefused(async () => {
    const refusal = await startRefusal();
    if (refusal !== null) return fail(refusal);
    const viewer = await viewerWithLearner();
    await keepReader(database(), viewer.learnerId, await currentReading());
    return startAttempt({
      db: database(),
      viewer,
      examSlug: exam,
      mode,
      seed: seed || randomUUID(),
      isNamed: Boolean(seed),
      now: examTime(),
      choices,
      ...(question ? { questionName: question } : {}),
    });
  });
  if (!kept.ok) redirect(`${examPath(exam)}?problem=not-saved#not-started`);
  const result = kept.value;
  if (!result.ok && result.error === "too-many-starts") redirect(`${examPath(exam)}?limit=1#too-many-starts`);
  if (!result.ok && (result.error === "too-many-guests" || result.error === "account-required"))
    redirect(refusedStart(exam, result.error));
  if (!result.ok && result.error === "no-questions" && choices.plan !== undefined) redirect("/plan");
  if (!result.ok && result.error === "no-questions" && mode === "review") redirect("/review");
  if (!result.ok && result.error === "no-questions") redirect(`${examPath(exam)}?empty=1#nothing-fits`);
  if (!result.ok) notFound();
  redirect(mode === "question" ? `/exams/${exam}/questions/${question}` : `/attempts/${result.value}/1`);
}

/** Why this request may not start something, given who sends it; null if it may. */
async function startRefusal(): Promise<StartRefusal | null> {
  const [viewer, visitor] = await Promise.all([currentViewer(), currentVisitor()]);
  const needsAccount = environment().REQUIRE_ACCOUNT;
  return refuseStart({ db: database(), viewer, visitor, needsAccount, now: new Date() });
}

/** The address becomes a header of the reply. A name too long for any exam leads nowhere. */
function examPath(exam: string): string {
  return `/exams/${exam.length <= 100 ? encodeURIComponent(exam) : ""}`;
}

function refusedStart(exam: string, refusal: StartRefusal): string {
  return `${examPath(exam)}?limit=${refusal === "account-required" ? "account" : "guests"}#too-many-starts`;
}

/**
 * Every button of an item's form, for browsers without script: saves the answer, then goes where the button leads. If
 * an answer cannot be checked yet, the form comes back with the reason in the address.
 */
export async function itemAction(form: FormData): Promise<void> {
  const viewer = await currentViewer();
  const now = examTime();
  const saved = await saveItemForm({ db: database(), viewer, form, now });
  if (saved === null) {
    if (await keepUnsent(viewer, form, [String(form.get("note") ?? "")], itemAction)) return;
    notFound();
  }
  const { attemptId, position, intent, goTo } = saved;
  if (saved.sharesPlace && intent !== "dont-know") redirect(`/attempts/${attemptId}/${position}?problem=place-shared`);
  if (saved.refused !== null) redirect(`/attempts/${attemptId}/${position}?problem=${saved.refused}`);
  if (intent !== "check" && intent !== "dont-know") redirect(goTo);
  const decimal = decimalSign(await currentLocale());
  const checked = await checkAnswer({ db: database(), viewer, attemptId, position, decimal, now });
  if (checked.ok || checked.error === "not-in-this-mode") redirect(goTo);
  if (checked.error === "no-such-item") notFound();
  redirect(`/attempts/${attemptId}/${position}?problem=${checked.error}`);
}

export interface ItemFormState {
  /** Why the answer could not be checked, or null. */
  readonly problem: NotReady | "edited" | null;
}

/** The page again, with the solution or with the reason why there is none. */
function shown(result: Result<unknown, CheckRefusal>): ItemFormState {
  if (!result.ok && result.error !== "no-such-item" && result.error !== "not-in-this-mode")
    return { problem: result.error };
  if (!result.ok) notFound();
  refresh();
  return { problem: null };
}

/** The buttons of a question's own page. */
export async function answerQuestionAction(_: ItemFormState, form: FormData): Promise<ItemFormState> {
  const [examSlug, questionName] = [String(form.get("exam") ?? ""), String(form.get("question") ?? "")];
  const stamp = String(form.get("kind") ?? "");
  const kind = questionKinds.find((known) => known === stamp.split(" ")[0]) ?? "single";
  const answer = readGiven(kind, form);
  if (answer === "place-shared") return { problem: answer };
  const refusal = await startRefusal();
  if (refusal !== null) redirect(refusedStart(examSlug, refusal));
  const viewer = await viewerWithLearner();
  await keepReader(database(), viewer.learnerId, await currentReading());
  const result = await answerQuestion({
    db: database(),
    viewer,
    examSlug,
    questionName,
    answer,
    ...(stamp.includes(" ") && { stamp }),
    decimal: decimalSign(await currentLocale()),
    now: examTime(),
  });
  if (!result.ok && result.error === "edited") {
    refresh();
    return { problem: "edited" };
  }
  if (!result.ok && result.error === "too-many-starts") redirect(`${examPath(examSlug)}?limit=1#too-many-starts`);
  return shown(result as Result<unknown, CheckRefusal>);
}

export async function submitAttemptAction(form: FormData): Promise<void> {
  const attemptId = String(form.get("attempt") ?? "");
  const result = await finishAttempt({ db: database(), viewer: await currentViewer(), attemptId, now: examTime() });
  if (!result.ok) notFound();
  leaveRunning(`/attempts/${attemptId}/result`);
}

/** Redirects to `path` after an attempt has ended: the header that the browser has cached still shows it in progress. */
function leaveRunning(path: string): never {
  revalidatePath("/", "layout");
  redirect(path);
}

/** Discards an attempt. If its time was already over, it has been submitted, and this leads to its result. */
export async function discardAttemptAction(form: FormData): Promise<void> {
  const attemptId = String(form.get("attempt") ?? "");
  const result = await discardAttempt({ db: database(), viewer: await currentViewer(), attemptId, now: examTime() });
  if (!result.ok) notFound();
  if (result.value.outcome === "finished") leaveRunning(`/attempts/${attemptId}/result`);
  leaveRunning(form.get("from") === "home" ? "/" : `/exams/${result.value.examSlug}`);
}

export async function closeSectionAction(form: FormData): Promise<void> {
  const attemptId = String(form.get("attempt") ?? "");
  const index = Number(form.get("section"));
  const viewer = await currentViewer();
  const result = await closeOpenSection({ db: database(), viewer, attemptId, index, now: examTime() });
  if (!result.ok) notFound();
  redirect(`/attempts/${attemptId}`);
}
