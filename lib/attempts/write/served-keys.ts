import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import { lockRow } from "#lib/db/lock-row";
import { oldestOpenDeadline } from "#lib/exam/timing";
import { takesLateAnswer } from "#lib/review/read/sat-items";
import type { AttemptHeader } from "../read/attempt.ts";

/** The items of one attempt whose keys are about to be sent to its learner for the first time since it ended. */
interface UnservedItem {
  readonly attemptId: string;
  readonly position: number;
  readonly questionId: string;
}

/**
 * Records that the keys of these questions are about to be sent to a learner, and resolves when that is on disk. Call it
 * before the first byte is sent: from then on no answer to them counts in an attempt that ended before
 * (`judgeChange`). Writes only if an attempt still accepts late answers, and once per item.
 */
export async function recordServedKeys(request: {
  readonly db: Database;
  readonly learnerId: string;
  readonly questionIds: ReadonlySet<string> | "all";
  readonly now: Date;
}): Promise<void> {
  const { db, learnerId, questionIds, now } = request;
  const items = await unservedItems(db, learnerId, now);
  const served = questionIds === "all" ? items : items.filter((item) => questionIds.has(item.questionId));
  if (served.length > 0) await db.write((tx) => markServed(db, tx, served, now));
}

/** Whether an attempt still accepts late answers to items whose keys its learner has not been sent. */
export async function takesLateAnswers(
  db: Database,
  attempt: Pick<AttemptHeader, "id" | "finishedBy" | "deadlineAt" | "plan">,
  now: Date,
): Promise<boolean> {
  const { id, finishedBy, deadlineAt, plan } = attempt;
  if (finishedBy !== "deadline" || plan.reveal !== "at-end") return false;
  if (deadlineAt === null || deadlineAt < oldestOpenDeadline(now)) return false;
  return (await db.read.attemptItem.count({ where: { attemptId: id, keyServedAt: null } })) > 0;
}

/**
 * The items whose keys have not been sent, in attempts that ended at their deadline and still accept late answers. An attempt
 * that its learner submitted accepts none, and one in progress keeps its questions closed.
 */
function unservedItems(db: Database, learnerId: string, now: Date): Promise<readonly UnservedItem[]> {
  return db.read.$queryRaw<UnservedItem[]>`
    SELECT i."attemptId", i."position", i."questionId" FROM "Attempt" a CROSS JOIN "AttemptItem" i
    WHERE a."learnerId" = ${learnerId} AND ${takesLateAnswer(now)} AND i."attemptId" = a."id"`;
}

async function markServed(db: Database, tx: Tx, items: readonly UnservedItem[], now: Date): Promise<void> {
  for (const attemptId of [...new Set(items.map((item) => item.attemptId))].sort()) {
    // Locks the attempt first, as saving does, so an answer either arrives before this or finds the mark.
    await lockRow(tx, "attempt", attemptId);
    const own = items.filter((item) => item.attemptId === attemptId).map(({ position }) => ({ position }));
    await tx.$executeRaw`
      UPDATE "AttemptItem" SET "keyServedAt" = ${now} FROM ${jsonRows(db.provider, { position: "integer" }, own)}
      WHERE "attemptId" = ${attemptId} AND "AttemptItem"."position" = rows."position" AND "keyServedAt" IS NULL`;
  }
}
