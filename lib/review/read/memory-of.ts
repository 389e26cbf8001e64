import { ofExam, readLearnerSettings } from "#lib/auth/learner-settings";
import type { Read } from "#lib/db/database";
import type { MemoryModel } from "#lib/exam/memory-model";
import { usualRetention } from "#lib/exam/retention";
import { readWeights } from "./kept-weights.ts";

/** How the memory of one learner for the questions of one exam is modelled. */
export interface LearnerMemory {
  readonly timeZone: string;
  readonly model: MemoryModel;
}

interface Row {
  readonly examSlug: string;
  readonly settings: string;
  readonly memory: string | null;
}

/**
 * By the plan of the learner and the weights that an operator keeps for the exam of this question. A plain statement: every
 * answer that is checked asks for it.
 */
export async function memoryOf(
  read: Pick<Read, "$queryRaw">,
  learnerId: string,
  questionId: string,
): Promise<LearnerMemory> {
  const [row] = await read.$queryRaw<Row[]>`
    SELECT q."examSlug", l."settings", f."memory"
    FROM "Learner" l CROSS JOIN "Question" q LEFT JOIN "ForecastFit" f ON f."examSlug" = q."examSlug"
    WHERE l."id" = ${learnerId} AND q."id" = ${questionId}`;
  const { timeZone = "UTC", plans } = readLearnerSettings(row?.settings ?? "{}");
  const retention = ofExam(plans, row?.examSlug ?? "")?.retention ?? usualRetention;
  return { timeZone, model: { retention: retention / 100, weights: readWeights(row?.memory ?? null) } };
}
