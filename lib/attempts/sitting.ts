import type { Tx } from "#lib/db/database";
import type { FinishedBy, Sitting } from "#lib/exam/attempt";
import type { AttemptPlan } from "./plan.ts";

/** The columns that a `Sitting` is made of. */
export const sittingSelect = {
  plan: true,
  startedAt: true,
  deadlineAt: true,
  finishedAt: true,
  finishedBy: true,
  closings: true,
  sequence: true,
  _count: { select: { items: true } },
} as const;

export interface SittingRow {
  readonly plan: string;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly finishedAt: Date | null;
  readonly finishedBy: string | null;
  readonly closings: string;
  readonly sequence: number;
  readonly _count: { readonly items: number };
}

/** What the rules of `lib/exam/attempt.ts` ask about an attempt. */
export function toSitting(row: SittingRow): Sitting & { readonly plan: AttemptPlan; readonly sequence: number } {
  const plan = JSON.parse(row.plan) as AttemptPlan;
  const closings = (JSON.parse(row.closings) as (string | null)[]).map((at) => (at === null ? null : new Date(at)));
  const { startedAt, deadlineAt, finishedAt, sequence } = row;
  return {
    plan,
    reveal: plan.reveal,
    startedAt,
    deadlineAt,
    finishedAt,
    finishedBy: row.finishedBy as FinishedBy | null,
    count: row._count.items,
    sections: plan.sections,
    closings,
    sequence,
  };
}

/**
 * Takes the row of the owner's attempt until the transaction ends, so that saving, checking and finishing cannot pass
 * each other, and gives the change its number. Null when the learner has no such attempt.
 */
export async function takeAttempt(tx: Tx, attemptId: string, learnerId: string) {
  const where = { id: attemptId, learnerId };
  const taken = await tx.attempt.updateMany({ where, data: { sequence: { increment: 1 } } });
  if (taken.count === 0) return null;
  return toSitting(await tx.attempt.findUniqueOrThrow({ where, select: sittingSelect }));
}
