import { anyOf } from "#lib/db/any-of";
import type { Database } from "#lib/db/database";
import { isSavingRefused } from "#lib/db/saving-refused";
import { signal } from "#lib/metrics/signals";
import { BackOff } from "../back-off.ts";
import { finishInTx } from "./finish.ts";

interface Overdue {
  readonly id: string;
  readonly deadlineAt: Date;
}

interface Sweep {
  readonly finished: number;
  readonly failures: readonly { readonly attemptId: string; readonly nextTryAt: Date; readonly error: unknown }[];
}

/**
 * Finishes up to 100 overdue attempts of all learners, the longest overdue first. Called periodically. An attempt
 * that cannot be finished is logged, waits as `backOff` says, and does not hold up others. Throws `SavingRefused` at once.
 */
export async function finishOverdue(request: {
  readonly db: Database;
  readonly now: Date;
  readonly backOff?: BackOff;
}): Promise<Sweep> {
  const { db, now, backOff = new BackOff() } = request;
  const overdue = await db.read.$queryRaw<Overdue[]>`
    SELECT "id", "deadlineAt" FROM "Attempt"
    WHERE "finishedAt" IS NULL AND "deadlineAt" <= ${now}
      AND "id" NOT IN ${anyOf(db.provider, "text", backOff.waiting(now))}
    ORDER BY "deadlineAt", "id" LIMIT 100`;
  const failures: Sweep["failures"][number][] = [];
  for (const { id, deadlineAt } of overdue) {
    try {
      const won = await db.write((tx) => finishInTx(db, tx, id, "deadline", deadlineAt));
      backOff.succeed(id);
      if (won) signal("attempt-finished", { by: "deadline" });
    } catch (error) {
      if (isSavingRefused(error)) throw error;
      failures.push({ attemptId: id, nextTryAt: backOff.fail(id, now), error });
    }
  }
  return { finished: overdue.length - failures.length, failures };
}
