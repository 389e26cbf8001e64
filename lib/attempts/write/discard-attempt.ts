import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { finishOf } from "#lib/exam/attempt";
import { fail, ok, type Result } from "#lib/exam/result";
import { signal } from "#lib/metrics/signals";
import { finishInTx } from "./finish.ts";
import { takeAttempt } from "./take-attempt.ts";

export interface Discarded {
  /** "finished": the attempt had ended, or its time was up, so it was submitted instead. */
  readonly outcome: "discarded" | "finished";
  readonly examSlug: string;
}

/**
 * Discards the viewer's attempt. Nothing is graded, no key is shown and no score is stored; answers that were checked one by one
 * still count. Repeating the call returns the same result.
 */
export async function discardAttempt(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly attemptId: string;
  readonly now: Date;
}): Promise<Result<Discarded, "no-such-attempt">> {
  const { db, viewer, attemptId, now } = request;
  const { learnerId } = viewer;
  if (learnerId === null) return fail("no-such-attempt");
  const ended = await db.write(async (tx) => {
    const sitting = await takeAttempt(tx, attemptId, learnerId);
    if (sitting === null) return fail("no-such-attempt");
    const { examSlug } = await tx.attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { examSlug: true } });
    const ending = finishOf(sitting, "discard", now);
    if (ending?.finishedBy === "deadline") await finishInTx(db, tx, attemptId, "deadline", ending.finishedAt);
    else if (ending !== null) await tx.attempt.update({ where: { id: attemptId }, data: ending, select: { id: true } });
    const by = ending?.finishedBy ?? sitting.finishedBy;
    return ok({ by, isNew: ending !== null, examSlug });
  });
  if (!ended.ok) return ended;
  const { by, isNew, examSlug } = ended.value;
  if (isNew && by !== null) signal("attempt-finished", { by });
  return ok({ outcome: by === "discarded" ? "discarded" : "finished", examSlug });
}
