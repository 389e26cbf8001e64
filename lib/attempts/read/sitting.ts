import type { FinishedBy, Sitting } from "#lib/exam/attempt";
import { readClosings } from "#lib/exam/json-columns";
import { type AttemptPlan, readPlan } from "../plan.ts";

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

/** What the rules of `lib/exam/attempt.ts` need to know about an attempt. */
export function toSitting(
  row: SittingRow,
): Sitting & { readonly plan: AttemptPlan; readonly sequence: number; readonly changes: number } {
  const plan = readPlan(row.plan);
  const closings = readClosings(row.closings);
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
