import type { Viewer } from "#lib/auth/viewer";
import { secretPartsOf } from "#lib/bank/revisions";
import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import { type Entry, foldEntries } from "#lib/exam/entries";
import { finalPoints } from "#lib/exam/grading";
import { fail, ok, type Result } from "#lib/exam/result";
import { score } from "#lib/exam/scoring";
import type { AttemptPlan } from "./plan.ts";

export type FinishedBy = "learner" | "deadline";

/** Finishes the viewer's attempt. Again, or fifty times at once, it has one effect and the same answer. */
export async function finishAttempt(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly attemptId: string;
  readonly now: Date;
}): Promise<Result<"finished", "no-such-attempt">> {
  const { db, viewer, attemptId, now } = request;
  if (viewer.learnerId === null) return fail("no-such-attempt");
  const attempt = await db.read.attempt.findUnique({
    where: { id: attemptId, learnerId: viewer.learnerId },
    select: { deadlineAt: true, finishedAt: true },
  });
  if (attempt === null) return fail("no-such-attempt");
  if (attempt.finishedAt !== null) return ok("finished");
  const isOver = attempt.deadlineAt !== null && now >= attempt.deadlineAt;
  await db.write((tx) =>
    finishInTx(db, tx, attemptId, isOver ? "deadline" : "learner", isOver ? (attempt.deadlineAt as Date) : now),
  );
  return ok("finished");
}

/** Finishes every attempt whose time is over, whoever's it is, and returns how many. Called again and again. */
export async function finishOverdue({ db, now }: { readonly db: Database; readonly now: Date }): Promise<number> {
  const overdue = await db.read.attempt.findMany({
    where: { finishedAt: null, deadlineAt: { lte: now } },
    select: { id: true, deadlineAt: true },
    take: 100,
  });
  for (const { id, deadlineAt } of overdue)
    await db.write((tx) => finishInTx(db, tx, id, "deadline", deadlineAt as Date));
  return overdue.length;
}

/** Compare and set: of many calls one finds the attempt unfinished, and grades it in the same transaction. */
export async function finishInTx(
  db: Database,
  tx: Tx,
  attemptId: string,
  finishedBy: FinishedBy,
  finishedAt: Date,
): Promise<void> {
  const won = await tx.attempt.updateMany({
    where: { id: attemptId, finishedAt: null },
    data: { finishedAt, finishedBy },
  });
  if (won.count === 0) return;
  await gradeOpenItems(db, tx, attemptId, finishedAt);
  await storeScore(tx, attemptId);
  await recordDisclosures(tx, attemptId, finishedAt);
}

async function planOf(tx: Tx, attemptId: string): Promise<AttemptPlan> {
  const { plan } = await tx.attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { plan: true } });
  return JSON.parse(plan) as AttemptPlan;
}

/** Grades again what was answered before the deadline and came after it. */
export async function scoreAgain(db: Database, tx: Tx, attemptId: string, positions: readonly number[]): Promise<void> {
  const { finishedAt } = await tx.attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { finishedAt: true } });
  await tx.attemptItem.updateMany({
    where: { attemptId, position: { in: [...positions] } },
    data: { committedAt: null, lateSync: true },
  });
  await gradeOpenItems(db, tx, attemptId, finishedAt as Date);
  await storeScore(tx, attemptId);
}

/** Where items are revealed one by one, those not checked stay closed and uncounted. */
async function gradeOpenItems(db: Database, tx: Tx, attemptId: string, committedAt: Date): Promise<void> {
  const { scoring, reveal } = await planOf(tx, attemptId);
  if (reveal === "at-once") return;
  const items = await tx.attemptItem.findMany({
    where: { attemptId, committedAt: null },
    select: { position: true, revisionId: true },
  });
  const entries = (await tx.itemEntry.findMany({ where: { attemptId, field: "answer" } })) as readonly Entry[];
  const secrets = await secretPartsOf(
    tx,
    items.map((item) => item.revisionId),
  );
  const rows = items.map(({ position, revisionId }) => {
    const { answer } = foldEntries(entries.filter((entry) => entry.position === position));
    const { key } = secrets.get(revisionId) as { key: Parameters<typeof finalPoints>[0] };
    return {
      position,
      answer: answer === null ? null : JSON.stringify(answer),
      points: finalPoints(key, answer, scoring),
      committedAt,
    };
  });
  const source = jsonRows(
    db.provider,
    { position: "integer", answer: "text", points: "real", committedAt: "timestamp" },
    rows,
  );
  await tx.$executeRaw`
    UPDATE "AttemptItem" SET "answer" = rows."answer", "points" = rows."points", "committedAt" = rows."committedAt"
    FROM ${source} WHERE "AttemptItem"."attemptId" = ${attemptId} AND "AttemptItem"."position" = rows."position"`;
}

async function storeScore(tx: Tx, attemptId: string): Promise<void> {
  const { passing } = await planOf(tx, attemptId);
  const items = await tx.attemptItem.findMany({
    where: { attemptId, committedAt: { not: null } },
    select: { domain: true, points: true },
  });
  const scored = items.map(({ domain, points }) => ({ domain, points: points ?? 0 }));
  const result = score(scored, passing);
  await tx.attempt.update({ where: { id: attemptId }, data: { score: JSON.stringify(result) }, select: { id: true } });
}

/** From now on this learner may see the keys. An earlier first answer to the same question stays. */
async function recordDisclosures(tx: Tx, attemptId: string, disclosedAt: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Disclosure" ("learnerId", "questionId", "revisionId", "answer", "disclosedAt")
    SELECT a."learnerId", i."questionId", i."revisionId", i."answer", ${disclosedAt}
    FROM "AttemptItem" i JOIN "Attempt" a ON a."id" = i."attemptId" WHERE i."attemptId" = ${attemptId} AND i."committedAt" IS NOT NULL
    ON CONFLICT DO NOTHING`;
}
