import type { Tx } from "#lib/db/database";
import { withoutNul } from "#lib/db/keepable";
import type { FinishedBy, Sitting } from "#lib/exam/attempt";
import type { AttemptPlan } from "./plan.ts";

/** The columns that a `Sitting` is made of. */
export interface SittingRow {
  readonly plan: string;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly finishedAt: Date | null;
  readonly finishedBy: string | null;
  readonly closings: string;
  readonly sequence: number;
  /** How many changes it holds. */
  readonly changes: number;
  /** How many items it has. */
  readonly count: number | bigint;
}

/** What the rules of `lib/exam/attempt.ts` ask about an attempt. */
export function toSitting(
  row: SittingRow,
): Sitting & { readonly plan: AttemptPlan; readonly sequence: number; readonly changes: number } {
  const plan = JSON.parse(row.plan) as AttemptPlan;
  const closings = (JSON.parse(row.closings) as (string | null)[]).map((at) => (at === null ? null : new Date(at)));
  const { startedAt, deadlineAt, finishedAt, sequence, changes } = row;
  return {
    plan,
    reveal: plan.reveal,
    startedAt,
    deadlineAt,
    finishedAt,
    finishedBy: row.finishedBy as FinishedBy | null,
    count: Number(row.count),
    sections: plan.sections,
    closings,
    sequence,
    changes,
  };
}

/**
 * Takes the row of the owner's attempt until the transaction ends, so that saving, checking and finishing cannot pass
 * each other, and gives the change its number. Null when the learner has no such attempt.
 */
export async function takeAttempt(tx: Tx, attemptId: string, learnerId: string) {
  if (!withoutNul.test(attemptId)) return null;
  const [row] = await tx.$queryRaw<SittingRow[]>`
    UPDATE "Attempt" SET "sequence" = "sequence" + 1 WHERE "id" = ${attemptId} AND "learnerId" = ${learnerId}
    RETURNING "plan", "startedAt", "deadlineAt", "finishedAt", "finishedBy", "closings", "sequence", "changes",
      (SELECT COUNT(*) FROM "AttemptItem" i WHERE i."attemptId" = "Attempt"."id") AS "count"`;
  return row === undefined ? null : toSitting(row);
}
