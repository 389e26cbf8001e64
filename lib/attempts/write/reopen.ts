import { anyOf } from "#lib/db/any-of";
import type { Database, Tx } from "#lib/db/database";
import { readClosings } from "#lib/exam/json-columns";
import { fail, ok, type Result } from "#lib/exam/result";
import { replayCards } from "#lib/review/write/record-reviews";
import { hasAccount } from "../read/has-account.ts";

export type ReopenRefusal = "no-such-attempt" | "still-running" | "submitted-by-learner";

interface HandedIn {
  readonly learnerId: string;
  readonly reveal: string;
  readonly startedAt: Date;
  readonly deadlineAt: Date;
  readonly finishedAt: Date;
  readonly closings: string;
  readonly lastChangeAt: Date | null;
}

/**
 * Reopens an attempt that the clock submitted. The whole attempt moves forward in time, so that the time left at its
 * learner's last change is left again from `now` on. Scores, grades, first answers and cards from the false end are removed;
 * everything the learner chose stays. Returns the new deadline.
 */
export async function reopenAttempt(request: {
  readonly db: Database;
  readonly attemptId: string;
  readonly reason: string;
  readonly now: Date;
}): Promise<Result<Date, ReopenRefusal>> {
  const { db, attemptId, reason, now } = request;
  return db.write(async (tx) => {
    const taken = await tx.attempt.updateMany({ where: { id: attemptId }, data: { sequence: { increment: 1 } } });
    if (taken.count === 0) return fail("no-such-attempt");
    const attempt = await tx.attempt.findUniqueOrThrow({
      where: { id: attemptId },
      select: {
        learnerId: true,
        reveal: true,
        startedAt: true,
        deadlineAt: true,
        finishedAt: true,
        finishedBy: true,
        closings: true,
      },
    });
    const { finishedAt, finishedBy, deadlineAt } = attempt;
    if (finishedAt === null) return fail("still-running");
    if (finishedBy !== "deadline" || deadlineAt === null) return fail("submitted-by-learner");
    const lastChangeAt = await lastChangeBefore(tx, attemptId, deadlineAt);
    const moved = move({ ...attempt, finishedAt, deadlineAt, lastChangeAt }, now);
    if (attempt.reveal === "at-end") await undoFinish(db, tx, { attemptId, learnerId: attempt.learnerId, finishedAt });
    await tx.attempt.update({
      where: { id: attemptId },
      data: { ...moved, finishedAt: null, finishedBy: null, score: null, reopenedAt: now, reopenReason: reason },
      select: { id: true },
    });
    return ok(moved.deadlineAt);
  });
}

/** When the last timely change arrived; changes that came late, or by a wrong clock, say nothing about the time used. */
async function lastChangeBefore(tx: Tx, attemptId: string, deadlineAt: Date): Promise<Date | null> {
  const newest = await tx.itemEntry.findFirst({
    where: { attemptId, receivedAt: { lt: deadlineAt } },
    orderBy: { sequence: "desc" },
    select: { receivedAt: true },
  });
  return newest?.receivedAt ?? null;
}

/** Sections depend on the start and on each other's ends, so all of them move together. */
function move({ startedAt, deadlineAt, closings, lastChangeAt }: HandedIn, now: Date) {
  const pausedMs = Math.max(0, now.getTime() - (lastChangeAt ?? startedAt).getTime());
  const later = (at: Date) => new Date(at.getTime() + pausedMs);
  const closed = readClosings(closings).map((at) => (at === null ? null : later(at)));
  return { startedAt: later(startedAt), deadlineAt: later(deadlineAt), closings: JSON.stringify(closed) };
}

interface FalseFinish {
  readonly attemptId: string;
  readonly learnerId: string;
  readonly finishedAt: Date;
}

async function undoFinish(db: Database, tx: Tx, { attemptId, learnerId, finishedAt }: FalseFinish): Promise<void> {
  const items = await tx.attemptItem.findMany({ where: { attemptId }, select: { questionId: true } });
  const questionIds = items.map((item) => item.questionId);
  const these = anyOf(db.provider, "text", questionIds);
  await tx.attemptItem.updateMany({
    where: { attemptId },
    data: { answer: null, points: null, committedAt: null, lateSync: false },
  });
  await tx.$executeRaw`
    DELETE FROM "Disclosure" WHERE "learnerId" = ${learnerId} AND "disclosedAt" = ${finishedAt} AND "questionId" IN ${these}`;
  // An answer in another attempt that came after this one's is now the first.
  await tx.$executeRaw`
    INSERT INTO "Disclosure" ("learnerId", "questionId", "revisionId", "answer", "disclosedAt", "byMember")
    SELECT ${learnerId}, first."questionId", first."revisionId", first."answer", first."committedAt", ${hasAccount(learnerId)} FROM (
      SELECT i."questionId", i."revisionId", i."answer", i."committedAt",
        ROW_NUMBER() OVER (PARTITION BY i."questionId" ORDER BY i."committedAt", i."attemptId") AS "place"
      FROM "Attempt" a CROSS JOIN "AttemptItem" i
      WHERE a."learnerId" = ${learnerId} AND i."attemptId" = a."id" AND i."committedAt" IS NOT NULL
        AND CAST(i."questionId" AS TEXT) IN ${these}
    ) first WHERE first."place" = 1 ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`DELETE FROM "Card" WHERE "learnerId" = ${learnerId} AND "questionId" IN ${these}`;
  await replayCards(db, tx, learnerId, questionIds);
}
