import type { Database } from "#lib/db/database";
import { isObject, readColumn } from "#lib/exam/json-columns";
import type { Prior } from "#lib/exam/pooled-forecast";
import type { ForecastFit } from "#lib/exam/readiness";
import type { Recalibration } from "#lib/exam/recalibration";

/** What is stored for an exam, each part with the day on which it was stored. */
export interface KeptFit extends ForecastFit {
  readonly priorAt: Date | null;
  readonly recalibrationAt: Date | null;
  readonly memoryAt: Date | null;
}

interface Row {
  readonly prior: string | null;
  readonly priorAt: Date | null;
  readonly recalibration: string | null;
  readonly recalibrationAt: Date | null;
  readonly memoryAt: Date | null;
}

/** What an operator has kept for the learners of an exam; empty if nothing was kept. */
export async function forecastFit(db: Database, examSlug: string): Promise<KeptFit> {
  // By hand, because every page with a readiness needs it.
  const [row] = await db.read.$queryRaw<Row[]>`
    SELECT "prior", "priorAt", "recalibration", "recalibrationAt", "memoryAt" FROM "ForecastFit" WHERE "examSlug" = ${examSlug}`;
  const { prior = null, recalibration = null, priorAt = null, recalibrationAt = null, memoryAt = null } = row ?? {};
  return {
    ...(prior === null ? {} : { prior: readColumn<Prior>("the prior of an exam", prior, isObject) }),
    recalibration:
      recalibration === null
        ? null
        : readColumn<Recalibration>("the recalibration of an exam", recalibration, isObject),
    priorAt,
    recalibrationAt,
    memoryAt,
  };
}
