import type { Database } from "#lib/db/database";
import { readColumn } from "#lib/exam/json-columns";

/** The weights of FSRS that an operator keeps for an exam; null for the published ones. */
export async function keptWeights(db: Database, examSlug: string): Promise<readonly number[] | null> {
  const fit = await db.read.forecastFit.findUnique({ where: { examSlug }, select: { memory: true } });
  return readWeights(fit?.memory ?? null);
}

export function readWeights(kept: string | null): readonly number[] | null {
  return kept === null ? null : readColumn<readonly number[]>("the memory weights of an exam", kept, areNumbers);
}

function areNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((each) => typeof each === "number");
}
