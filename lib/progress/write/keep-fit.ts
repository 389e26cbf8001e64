import type { Database } from "#lib/db/database";
import type { Prior } from "#lib/exam/pooled-forecast";
import type { Recalibration } from "#lib/exam/recalibration";

/** From now on, forecasts of the exam start from this prior; null restores the usual one. */
export async function keepPrior(db: Database, examSlug: string, prior: Prior | null, now: Date): Promise<void> {
  const kept = prior === null ? { prior: null, priorAt: null } : { prior: JSON.stringify(prior), priorAt: now };
  await keep(db, examSlug, kept);
}

/** From now on, forecasts of the exam are recalibrated; null leaves them as they are. */
export async function keepRecalibration(
  db: Database,
  examSlug: string,
  recalibration: Recalibration | null,
  now: Date,
): Promise<void> {
  const kept =
    recalibration === null
      ? { recalibration: null, recalibrationAt: null }
      : { recalibration: JSON.stringify(recalibration), recalibrationAt: now };
  await keep(db, examSlug, kept);
}

/** From the next answer on, questions of the exam come back by these FSRS weights; null restores the published ones. */
export async function keepMemory(
  db: Database,
  examSlug: string,
  weights: readonly number[] | null,
  now: Date,
): Promise<void> {
  const kept = weights === null ? { memory: null, memoryAt: null } : { memory: JSON.stringify(weights), memoryAt: now };
  await keep(db, examSlug, kept);
}

type Kept = Partial<
  Record<"prior" | "recalibration" | "memory", string | null> &
    Record<"priorAt" | "recalibrationAt" | "memoryAt", Date | null>
>;

async function keep(db: Database, examSlug: string, kept: Kept): Promise<void> {
  await db.write((tx) =>
    tx.forecastFit.upsert({
      where: { examSlug },
      create: { examSlug, ...kept },
      update: kept,
      select: { examSlug: true },
    }),
  );
}
