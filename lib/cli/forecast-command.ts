import { getExam } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import type { Database } from "#lib/db/database";
import { countReviews, fewestReviews, fitMemory, heldOutMemoryLoss } from "#lib/exam/fit-memory";
import { fewestLearners, fitPrior, heldOutLikelihood } from "#lib/exam/fit-prior";
import { dateOf, localDay } from "#lib/exam/local-time";
import { type Prior, usualPrior } from "#lib/exam/pooled-forecast";
import { calibrationTable, fewestOutcomes, fitRecalibration, heldOutLoss } from "#lib/exam/recalibration";
import { paddedTable } from "#lib/formats/padded-table";
import { forecastFit } from "#lib/progress/read/forecast-fit";
import { learnersEvidence } from "#lib/progress/read/learners-evidence";
import { allOutcomes } from "#lib/progress/read/reported-outcomes";
import { reviewHistories } from "#lib/progress/read/review-histories";
import { keepMemory, keepPrior, keepRecalibration } from "#lib/progress/write/keep-fit";
import { CommandRefused } from "./end-with.ts";
import type { FittedPart } from "./fitted-parts.ts";

export interface ForecastOptions {
  readonly keep?: FittedPart;
  readonly drop?: FittedPart;
}

/** Prints what the learners of an exam show about its forecast, and keeps a part of that, or drops it. */
export async function forecastCommand(slug: string, options: ForecastOptions): Promise<void> {
  const db = database();
  try {
    process.stdout.write(await forecastText(db, slug, options, new Date()));
  } finally {
    await db.close();
  }
}

export async function forecastText(
  db: Database,
  slug: string,
  { keep, drop }: ForecastOptions,
  now: Date,
): Promise<string> {
  if ((await getExam(db, slug)) === null)
    throw new CommandRefused(`the database has no exam ${slug}: see npm run content -- list, and sync it first`);
  if (drop === "prior") await keepPrior(db, slug, null, now);
  if (drop === "recalibration") await keepRecalibration(db, slug, null, now);
  if (drop === "memory") await keepMemory(db, slug, null, now);
  const prior = await priorText(db, slug, keep === "prior", now);
  const recalibration = await recalibrationText(db, slug, keep === "recalibration", now);
  const memory = await memoryText(db, slug, keep === "memory", now);
  return `${prior}\n\n${recalibration}\n\n${memory}\n\n${await keptText(db, slug)}\n`;
}

async function priorText(db: Database, slug: string, keeps: boolean, now: Date): Promise<string> {
  const learners = await learnersEvidence(db, slug, now);
  const title = `What is assumed about a learner (${learners.length} learners with enough answers)`;
  if (learners.length < fewestLearners) {
    const refusal = `it takes ${fewestLearners} learners to fit this, and there are ${learners.length}`;
    if (keeps) throw new CommandRefused(refusal);
    return `${title}\n${refusal}`;
  }
  const [fitted, { usual, fitted: own }] = [fitPrior(learners), heldOutLikelihood(learners)];
  const isBetter = own > usual;
  if (keeps && !isBetter) throw new CommandRefused("the usual prior explains unseen answers just as well: it stays");
  if (keeps) await keepPrior(db, slug, fitted, now);
  const table = paddedTable([
    ["", "mean", "strength", "likeness", "log likelihood per learner, unseen"],
    ["usual", ...priorCells(usualPrior), usual.toFixed(3)],
    ["fitted", ...priorCells(fitted), own.toFixed(3)],
  ]);
  return `${title}\n${table}\n${isBetter ? offer(slug, "prior", keeps) : "The usual one explains unseen answers just as well: it stays."}`;
}

function priorCells({ mean, strength, likeness }: Prior): readonly string[] {
  return [mean.toFixed(3), strength.toFixed(1), likeness.toFixed(1)];
}

async function recalibrationText(db: Database, slug: string, keeps: boolean, now: Date): Promise<string> {
  const outcomes = await allOutcomes(db, slug);
  const judged = outcomes.flatMap(({ passed, forecast }) =>
    forecast === null ? [] : [{ passed, passProbability: forecast.passProbability }],
  );
  const scored = outcomes.flatMap(({ score, forecast }) =>
    score === null || forecast === null ? [] : [forecast.expected - score],
  );
  const title = `How real exams went (${judged.length} with a forecast)`;
  const bias =
    scored.length === 0
      ? []
      : [`Expected minus real score: ${mean(scored).toFixed(1)} points, from ${scored.length} who reported it.`];
  const classes = calibrationTable(judged).map(({ count, forecast, passed, interval }) => [
    `${count}`,
    percent(forecast),
    percent(passed),
    `${interval.from.toFixed(0)}-${interval.to.toFixed(0)} %`,
  ]);
  const table =
    classes.length === 0 ? [] : [paddedTable([["learners", "forecast", "passed", "90 % interval"], ...classes])];
  if (judged.length < fewestOutcomes) {
    const refusal = `it takes ${fewestOutcomes} outcomes to recalibrate, and there are ${judged.length}`;
    if (keeps) throw new CommandRefused(refusal);
    return [title, ...table, ...bias, refusal].join("\n");
  }
  const [fitted, { before, after }] = [fitRecalibration(judged), heldOutLoss(judged)];
  const isBetter = after < before;
  if (keeps && !isBetter) throw new CommandRefused("a recalibration does no better on outcomes it has not seen");
  if (keeps) await keepRecalibration(db, slug, fitted, now);
  const loss = `Loss per learner, unseen: ${before.toFixed(4)} as it is, ${after.toFixed(4)} recalibrated (intercept ${fitted.intercept.toFixed(2)}, slope ${fitted.slope.toFixed(2)}).`;
  return [
    title,
    ...table,
    ...bias,
    loss,
    isBetter ? offer(slug, "recalibration", keeps) : "No better: it stays as it is.",
  ].join("\n");
}

async function memoryText(db: Database, slug: string, keeps: boolean, now: Date): Promise<string> {
  const histories = await reviewHistories(db, slug);
  const count = countReviews(histories);
  const title = `How fast questions are forgotten (${count} answers on a later day than the one before)`;
  if (count < fewestReviews) {
    const refusal = `it takes ${fewestReviews} such answers to fit this, and there are ${count}`;
    if (keeps) throw new CommandRefused(refusal);
    return `${title}\n${refusal}`;
  }
  const [weights, { usual, fitted }] = [fitMemory(histories), heldOutMemoryLoss(histories)];
  const isBetter = fitted < usual;
  if (keeps && !isBetter)
    throw new CommandRefused("the published weights explain unseen answers just as well: they stay");
  if (keeps) await keepMemory(db, slug, weights, now);
  const loss = `Loss per answer, unseen: ${usual.toFixed(4)} with the published weights, ${fitted.toFixed(4)} fitted.`;
  const verdict = isBetter
    ? offer(slug, "memory", keeps)
    : "The published ones explain unseen answers just as well: they stay.";
  return [title, loss, `Fitted weights: ${weights.map((weight) => weight.toFixed(4)).join(", ")}`, verdict].join("\n");
}

function offer(slug: string, part: FittedPart, isKept: boolean): string {
  if (isKept) return "Better, and in use from now on.";
  return `Better. To use it from now on: npm run content -- forecast ${slug} --keep ${part}`;
}

async function keptText(db: Database, slug: string): Promise<string> {
  const { priorAt, recalibrationAt, memoryAt } = await forecastFit(db, slug);
  const dayOf = (at: Date | null) => (at === null ? "none" : `of ${dateOf(localDay(at, "UTC"))}`);
  return `Kept: prior ${dayOf(priorAt)}, recalibration ${dayOf(recalibrationAt)}, memory ${dayOf(memoryAt)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
