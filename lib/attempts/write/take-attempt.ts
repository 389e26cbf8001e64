import type { Tx } from "#lib/db/database";
import { withoutNul } from "#lib/db/keepable";
import { type SittingRow, toSitting } from "../read/sitting.ts";

/**
 * Locks the row of the owner's attempt until the transaction ends, so that saving, checking and finishing cannot overtake
 * each other, and numbers the change. Returns null when the learner has no such attempt.
 */
export async function takeAttempt(tx: Tx, attemptId: string, learnerId: string) {
  if (!withoutNul.test(attemptId)) return null;
  const [row] = await tx.$queryRaw<SittingRow[]>`
    UPDATE "Attempt" SET "sequence" = "sequence" + 1 WHERE "id" = ${attemptId} AND "learnerId" = ${learnerId}
    RETURNING "plan", "startedAt", "deadlineAt", "finishedAt", "finishedBy", "closings", "sequence", "changes",
      (SELECT COUNT(*) FROM "AttemptItem" i WHERE i."attemptId" = "Attempt"."id") AS "count"`;
  return row === undefined ? null : toSitting(row);
}
