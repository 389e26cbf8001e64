import type { Viewer } from "#lib/auth/viewer";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database, Tx } from "#lib/db/database";
import { mayCheck } from "#lib/exam/attempt";
import type { DecimalSign } from "#lib/exam/decimal-sign";
import { type Entry, foldEntries } from "#lib/exam/entries";
import { grade } from "#lib/exam/grading";
import { isSitting } from "#lib/exam/is-sitting";
import type { NotReady } from "#lib/exam/kinds/kind";
import { fail, ok, type Result } from "#lib/exam/result";
import { recordReviews } from "#lib/review/write/record-reviews";
import { markingOf } from "../plan.ts";
import type { AttemptHeader } from "../read/attempt.ts";
import { hasAccount } from "../read/has-account.ts";
import { newestEntries } from "../read/newest-entries.ts";
import { takeAttempt } from "./take-attempt.ts";

export type CheckRefusal = "no-such-item" | "not-in-this-mode" | NotReady;

/** The attempt whose item was checked. */
export type Checked = Pick<AttemptHeader, "seed" | "examLanguage">;

/**
 * Commits the saved answer to one item of an attempt that reveals answers one by one, grades it and discloses the item
 * to its learner. A second call changes nothing and succeeds.
 */
export async function checkAnswer(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly attemptId: string;
  readonly position: number;
  /** How the learner writes decimals. */
  readonly decimal?: DecimalSign;
  readonly now: Date;
}): Promise<Result<Checked, CheckRefusal>> {
  const { db, viewer, attemptId, position, decimal, now } = request;
  const { learnerId } = viewer;
  if (learnerId === null) return fail("no-such-item");
  const [item] = await db.read.$queryRaw<CheckedItem[]>`
    SELECT i."questionId", i."revisionId", a."seed", e."language" AS "examLanguage", a."mode", a."startedAt", l."createdAt" AS "learnerSince",
      (SELECT COUNT(*) FROM "AttemptItem" c WHERE c."attemptId" = a."id" AND c."committedAt" IS NOT NULL) AS "checked"
    FROM "AttemptItem" i JOIN "Attempt" a ON a."id" = i."attemptId" JOIN "Learner" l ON l."id" = a."learnerId"
      JOIN "Exam" e ON e."slug" = a."examSlug"
    WHERE i."attemptId" = ${attemptId} AND i."position" = ${position} AND a."learnerId" = ${learnerId}`;
  if (item === undefined) return fail("no-such-item");
  const question = (await publicPartsOf(db.read, [item.revisionId])).get(item.revisionId);
  const secret = (await secretPartsOf(db.read, [item.revisionId])).get(item.revisionId);
  if (!question || !secret) throw new Error(`revision ${item.revisionId} has no parts`);
  const checked: Checked = { seed: item.seed, examLanguage: item.examLanguage };
  return db.write(async (tx) => {
    const sitting = await takeAttempt(tx, attemptId, learnerId);
    if (sitting === null) return fail("no-such-item");
    if (sitting.reveal !== "at-once") return fail("not-in-this-mode");
    const { isCommitted, answer, confidence } = await givenSoFar(db, tx, attemptId, position);
    if (!mayCheck(sitting, isCommitted, now)) return ok(checked);
    const result = grade(question, secret.key, answer, markingOf(sitting.plan), decimal);
    if (result.state === "not-ready") return fail(result.reason);
    const given = JSON.stringify(answer);
    await tx.$executeRaw`
      UPDATE "AttemptItem" SET "answer" = ${given}, "points" = ${result.points}, "committedAt" = ${now}
      WHERE "attemptId" = ${attemptId} AND "position" = ${position} AND "committedAt" IS NULL`;
    const { questionId, revisionId } = item;
    const counts = isSitting({ ...item, answered: Number(item.checked) + 1, endedAt: now });
    // The same question may be checked in two attempts at once: the first answer stays.
    await tx.$executeRaw`
      INSERT INTO "Disclosure" ("learnerId", "questionId", "revisionId", "answer", "disclosedAt", "counts", "byMember")
      VALUES (${learnerId}, ${questionId}, ${revisionId}, ${given}, ${now}, ${counts}, ${hasAccount(learnerId)})
      ON CONFLICT DO NOTHING`;
    const outcome = result.correct ? "right" : "wrong";
    await recordReviews(db, tx, learnerId, [{ questionId, outcome, confidence, at: now }]);
    return ok(checked);
  });
}

interface CheckedItem extends Checked {
  readonly questionId: string;
  readonly revisionId: string;
  readonly mode: string;
  readonly startedAt: Date;
  readonly learnerSince: Date;
  /** How many items of the attempt were checked before. */
  readonly checked: number | bigint;
}
type AnswerEntry = Entry & { readonly committedAt: Date | null };

/** What is stored for an item now, read inside the lock so that no change can overtake it. */
async function givenSoFar(db: Database, tx: Tx, attemptId: string, position: number) {
  const rows = await tx.$queryRaw<AnswerEntry[]>`
    SELECT i."committedAt", i."position", e."field", e."version", e."clientId", e."value", e."madeAt", e."elapsedMs"
    FROM "AttemptItem" i LEFT JOIN (${newestEntries(db.provider, { attemptId, position, hasTimes: false })}) e
      ON e."position" = i."position"
    WHERE i."attemptId" = ${attemptId} AND i."position" = ${position}`;
  // An item without entries is one row whose entry columns are null.
  const entries = rows.filter((row) => (row.field as string | null) !== null);
  return { ...foldEntries(entries), isCommitted: rows.some((row) => row.committedAt !== null) };
}
