import type { Viewer } from "#lib/auth/viewer";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import { anyOf } from "#lib/db/any-of";
import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import { type Sql, sql } from "#lib/db/sql";
import { type FinishedBy, finishOf } from "#lib/exam/attempt";
import { blankMarks, type Entry, foldByPosition } from "#lib/exam/entries";
import { finalPoints } from "#lib/exam/grading";
import { isSitting } from "#lib/exam/is-sitting";
import { fail, ok, type Result } from "#lib/exam/result";
import { score } from "#lib/exam/scoring";
import { signal } from "#lib/metrics/signals";
import { outcomeOf } from "#lib/review/read/committed-review";
import { recordReviews, replayCards } from "#lib/review/write/record-reviews";
import { markingOf, readPlan } from "../plan.ts";
import { hasAccount } from "../read/has-account.ts";
import { newestEntries } from "../read/newest-entries.ts";
import { takeAttempt } from "./take-attempt.ts";

/** Finishes the viewer's attempt. Idempotent, even when called fifty times at once. */
export async function finishAttempt(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly attemptId: string;
  readonly now: Date;
}): Promise<Result<"finished", "no-such-attempt">> {
  const { db, viewer, attemptId, now } = request;
  const { learnerId } = viewer;
  if (learnerId === null) return fail("no-such-attempt");
  const ended = await db.write(async (tx) => {
    const sitting = await takeAttempt(tx, attemptId, learnerId);
    if (sitting === null) return fail("no-such-attempt");
    const ending = finishOf(sitting, "by-learner", now);
    const won = ending !== null && (await finishInTx(db, tx, attemptId, ending.finishedBy, ending.finishedAt));
    return ok(won ? ending.finishedBy : null);
  });
  if (!ended.ok) return ended;
  if (ended.value !== null) signal("attempt-finished", { by: ended.value });
  return ok("finished");
}

/** Compare and set: of many calls, one finds the attempt unfinished, grades it in the same transaction and returns true. */
export async function finishInTx(
  db: Database,
  tx: Tx,
  attemptId: string,
  finishedBy: FinishedBy,
  finishedAt: Date,
): Promise<boolean> {
  const won = await tx.attempt.updateMany({
    where: { id: attemptId, finishedAt: null },
    data: { finishedAt, finishedBy },
  });
  if (won.count === 0) return false;
  const terms = await termsOf(tx, attemptId);
  const reviews = await gradeOpenItems(db, tx, terms, finishedAt);
  await storeScore(tx, terms);
  await recordReviews(db, tx, terms.learnerId, reviews);
  await recordDisclosures(tx, terms, finishedAt);
  return true;
}

type Terms = Awaited<ReturnType<typeof termsOf>>;

/** Whose attempt it is, what it is graded by, and when it was taken. */
async function termsOf(tx: Tx, attemptId: string) {
  const { plan, learner, ...attempt } = await tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: {
      id: true,
      learnerId: true,
      mode: true,
      startedAt: true,
      finishedAt: true,
      plan: true,
      learner: { select: { createdAt: true } },
    },
  });
  return { ...attempt, learnerSince: learner.createdAt, plan: readPlan(plan) };
}

/** Regrades answers that were made before the deadline and arrived after it. */
export async function scoreAgain(db: Database, tx: Tx, attemptId: string, positions: readonly number[]): Promise<void> {
  const terms = await termsOf(tx, attemptId);
  const { learnerId, finishedAt, plan } = terms;
  const these = sql`"attemptId" = ${attemptId} AND "position" IN ${anyOf(db.provider, "integer", positions)}`;
  await tx.$executeRaw`UPDATE "AttemptItem" SET "lateSync" = TRUE WHERE ${these}`;
  // When keys are shown one by one, unchecked items do not count, so there is nothing to regrade.
  if (finishedAt === null || plan.reveal === "at-once") return;
  await tx.$executeRaw`UPDATE "AttemptItem" SET "committedAt" = NULL WHERE ${these}`;
  const reviews = await gradeOpenItems(db, tx, terms, finishedAt);
  await storeScore(tx, terms);
  await correctDisclosures(tx, these, finishedAt);
  await replayCards(
    db,
    tx,
    learnerId,
    reviews.map((review) => review.questionId),
  );
}

/** When items are revealed one by one, unchecked ones stay closed and do not count. Returns what was graded now. */
async function gradeOpenItems(db: Database, tx: Tx, { id: attemptId, plan }: Terms, committedAt: Date) {
  if (plan.reveal === "at-once") return [];
  const items = await tx.attemptItem.findMany({
    where: { attemptId, committedAt: null },
    select: { position: true, questionId: true, revisionId: true },
  });
  const entries = await tx.$queryRaw<Entry[]>(newestEntries(db.provider, { attemptId, hasTimes: false }));
  const marks = foldByPosition(entries);
  const revisionIds = items.map((item) => item.revisionId);
  const [questions, secrets] = [await publicPartsOf(tx, revisionIds), await secretPartsOf(tx, revisionIds)];
  const rows = items.map(({ position, revisionId }) => {
    const { answer } = marks.get(position) ?? blankMarks;
    const [question, secret] = [questions.get(revisionId), secrets.get(revisionId)];
    if (question === undefined || secret === undefined) throw new Error(`revision ${revisionId} has no parts`);
    return {
      position,
      answer: answer === null ? null : JSON.stringify(answer),
      points: finalPoints(question, secret.key, answer, markingOf(plan)),
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
  return rows.map(({ position, answer, points }, i) => ({
    questionId: (items[i] as (typeof items)[number]).questionId,
    outcome: outcomeOf(answer, points),
    confidence: (marks.get(position) ?? blankMarks).confidence,
    at: committedAt,
  }));
}

async function storeScore(tx: Tx, { id: attemptId, plan }: Terms): Promise<void> {
  const items = await tx.attemptItem.findMany({
    where: { attemptId, committedAt: { not: null } },
    select: { domain: true, points: true },
  });
  const scored = items.map(({ domain, points }) => ({ domain, points: points ?? 0 }));
  const result = score(scored, plan.passing, markingOf(plan).version);
  await tx.attempt.update({ where: { id: attemptId }, data: { score: JSON.stringify(result) }, select: { id: true } });
}

/** From now on this learner may see the keys. An earlier first answer to the same question stays. */
async function recordDisclosures(tx: Tx, terms: Terms, disclosedAt: Date): Promise<void> {
  const { id: attemptId, learnerId } = terms;
  const answered = await tx.attemptItem.count({ where: { attemptId, answer: { not: null } } });
  const counts = isSitting({ ...terms, answered, endedAt: disclosedAt });
  await tx.$executeRaw`
    INSERT INTO "Disclosure" ("learnerId", "questionId", "revisionId", "answer", "disclosedAt", "counts", "byMember")
    SELECT ${learnerId}, "questionId", "revisionId", "answer", ${disclosedAt}, ${counts}, ${hasAccount(learnerId)}
    FROM "AttemptItem" WHERE "attemptId" = ${attemptId} AND "committedAt" IS NOT NULL
    ON CONFLICT DO NOTHING`;
}

/** Replaces the first answers that finishing recorded for these items with the ones that have now arrived. */
async function correctDisclosures(tx: Tx, these: Sql, disclosedAt: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Disclosure" SET "answer" = late."answer"
    FROM (
      SELECT a."learnerId", i."questionId", i."answer"
      FROM (SELECT * FROM "AttemptItem" WHERE ${these}) i JOIN "Attempt" a ON a."id" = i."attemptId"
    ) late
    WHERE "Disclosure"."learnerId" = late."learnerId" AND "Disclosure"."questionId" = late."questionId"
      AND "Disclosure"."disclosedAt" = ${disclosedAt}`;
}
