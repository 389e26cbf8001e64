import type { Viewer } from "#lib/auth/viewer";
import { publicPartsOf, secretPartsOf } from "#lib/bank/revisions";
import type { Database } from "#lib/db/database";
import { mayCheck } from "#lib/exam/attempt";
import { type Entry, foldEntries } from "#lib/exam/entries";
import { grade } from "#lib/exam/grading";
import { fail, ok, type Result } from "#lib/exam/result";
import type { NotReady } from "#lib/exam/validation";
import { recordReviews } from "#lib/review/record-reviews";
import { takeAttempt } from "./sitting.ts";

export type CheckRefusal = "no-such-item" | "not-in-this-mode" | NotReady;

/**
 * Commits the answer that is saved for one item of an attempt that reveals at once, grades it and opens the item to its
 * learner. A second call changes nothing and succeeds.
 */
export async function checkAnswer(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly attemptId: string;
  readonly position: number;
  readonly now: Date;
}): Promise<Result<"checked", CheckRefusal>> {
  const { db, viewer, attemptId, position, now } = request;
  const { learnerId } = viewer;
  if (learnerId === null) return fail("no-such-item");
  const item = await db.read.attemptItem.findUnique({
    where: { attemptId_position: { attemptId, position }, attempt: { learnerId } },
    select: { questionId: true, revisionId: true },
  });
  if (item === null) return fail("no-such-item");
  const question = (await publicPartsOf(db.read, [item.revisionId])).get(item.revisionId);
  const secret = (await secretPartsOf(db.read, [item.revisionId])).get(item.revisionId);
  if (!question || !secret) throw new Error(`revision ${item.revisionId} has no parts`);
  return db.write(async (tx) => {
    const sitting = await takeAttempt(tx, attemptId, learnerId);
    if (sitting === null) return fail("no-such-item");
    if (sitting.reveal !== "at-once") return fail("not-in-this-mode");
    const committed = await tx.attemptItem.count({ where: { attemptId, position, committedAt: { not: null } } });
    if (!mayCheck(sitting, committed > 0, now)) return ok("checked");
    const entries = await tx.itemEntry.findMany({
      where: { attemptId, position, field: { in: ["answer", "confidence"] } },
    });
    const { answer, confidence } = foldEntries(entries as readonly Entry[]);
    const result = grade(question, secret.key, answer, sitting.plan.scoring);
    if (result.state === "not-ready") return fail(result.reason);
    const data = { answer: JSON.stringify(answer), points: result.points, committedAt: now };
    await tx.attemptItem.updateMany({ where: { attemptId, position, committedAt: null }, data });
    const { questionId, revisionId } = item;
    // The same question may be checked in two attempts at once: the first answer stays.
    await tx.$executeRaw`
      INSERT INTO "Disclosure" ("learnerId", "questionId", "revisionId", "answer", "disclosedAt")
      VALUES (${learnerId}, ${questionId}, ${revisionId}, ${data.answer}, ${now}) ON CONFLICT DO NOTHING`;
    const outcome = result.correct ? "right" : "wrong";
    await recordReviews(db, tx, learnerId, [{ questionId, outcome, confidence, at: now }]);
    return ok("checked");
  });
}
