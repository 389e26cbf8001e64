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
 * (`judgeChange`). Writes only where an attempt still takes late answers, and once for each of its items.
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

/** Whether an attempt still takes late answers to items whose keys its learner was not sent. */
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
 * Of the attempts that their deadline ended and that still take late answers, the items whose keys were not sent. An
 * attempt that its learner submitted takes none, and one that is running keeps its questions closed.
 */
function unservedItems(db: Database, learnerId: string, now: Date): Promise<readonly UnservedItem[]> {
  return db.read.$queryRaw<UnservedItem[]>`
    SELECT i."attemptId", i."position", i."questionId" FROM "Attempt" a CROSS JOIN "AttemptItem" i
    WHERE a."learnerId" = ${learnerId} AND ${takesLateAnswer(now)} AND i."attemptId" = a."id"`;
}

async function markServed(db: Database, tx: Tx, items: readonly UnservedItem[], now: Date): Promise<void> {
  for (const attemptId of [...new Set(items.map((item) => item.attemptId))].sort()) {
    // Takes the attempt first, as saving does: an answer arrives before this, or finds the mark.
    await lockRow(tx, "attempt", attemptId);
    const own = items.filter((item) => item.attemptId === attemptId).map(({ position }) => ({ position }));
    await tx.$executeRaw`
      UPDATE "AttemptItem" SET "keyServedAt" = ${now} FROM ${jsonRows(db.provider, { position: "integer" }, own)}
      WHERE "attemptId" = ${attemptId} AND "AttemptItem"."position" = rows."position" AND "keyServedAt" IS NULL`;
  }
}
