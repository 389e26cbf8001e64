import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { closeSection } from "#lib/exam/attempt";
import { fail, ok, type Result } from "#lib/exam/result";
import { takeAttempt } from "./take-attempt.ts";

/** Closes the open section for good. Pressed twice, it closes only one: the index says which one was meant. */
export async function closeOpenSection(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly attemptId: string;
  readonly index: number;
  readonly now: Date;
}): Promise<Result<"closed", "no-such-attempt">> {
  const { db, viewer, attemptId, index, now } = request;
  const { learnerId } = viewer;
  if (learnerId === null) return fail("no-such-attempt");
  return db.write(async (tx) => {
    const sitting = await takeAttempt(tx, attemptId, learnerId);
    if (sitting === null) return fail("no-such-attempt");
    const after = closeSection(sitting, index, now);
    if (after !== null)
      await tx.attempt.update({
        where: { id: attemptId },
        data: { closings: JSON.stringify(after.closings), deadlineAt: after.deadlineAt },
        select: { id: true },
      });
    return ok("closed");
  });
}
