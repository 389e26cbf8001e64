import type { Database } from "#lib/db/database";
import { isNewer } from "#lib/exam/entries";
import { groupRows } from "#lib/exam/group-rows";
import { readConfidence } from "#lib/exam/json-columns";
import type { MarkedAnswer } from "#lib/exam/own-calibration";

interface MarkRow {
  readonly item: string;
  readonly questionId: string;
  readonly points: number;
  readonly version: number;
  readonly clientId: string;
  readonly value: string;
}

/**
 * A learner's graded answers in an exam for which they stated their confidence. Questions of an exam in progress are
 * left out: a share of right answers depends on their keys.
 */
export async function markedAnswers(
  db: Database,
  learnerId: string,
  examSlug: string,
  closed: ReadonlySet<string>,
): Promise<readonly MarkedAnswer[]> {
  // The order of the joins keeps SQLite from starting with the items of all learners.
  const rows = await db.read.$queryRaw<MarkRow[]>`
    SELECT e."attemptId" || '/' || e."position" AS "item", i."questionId", i."points", e."version", e."clientId", e."value"
    FROM "Attempt" a CROSS JOIN "AttemptItem" i CROSS JOIN "ItemEntry" e
    WHERE a."learnerId" = ${learnerId} AND a."examSlug" = ${examSlug} AND i."attemptId" = a."id"
      AND i."committedAt" IS NOT NULL AND i."answer" IS NOT NULL
      AND e."attemptId" = i."attemptId" AND e."position" = i."position" AND e."field" = 'confidence'`;
  const open = rows.filter(({ questionId }) => !closed.has(questionId));
  return [...groupRows(open, ({ item }) => item).values()].map((own) => {
    const newest = own.reduce((a, b) => (isNewer(b, a) ? b : a));
    return { points: newest.points, confidence: readConfidence(newest.value) };
  });
}
