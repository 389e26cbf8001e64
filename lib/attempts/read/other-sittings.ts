import type { Database } from "#lib/db/database";
import { fewestSecondsPerAnswer } from "#lib/exam/is-sitting";
import { readScore } from "#lib/exam/json-columns";
import { type Percentile, percentileOf } from "#lib/exam/percentile";
import type { Score } from "#lib/exam/scoring";
import { closedQuestions } from "#lib/review/read/closed-questions";
import { readPlan } from "../plan.ts";
import type { AttemptHeader } from "./attempt.ts";

/** How many of the newest sittings are used: enough for a percentile within three points. */
const mostSittings = 1_000;

interface SittingRow {
  readonly plan: string;
  readonly score: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/**
 * The percentile of a learner's first mock exam among the first mock exams of others who had the same time. Null for
 * every other attempt, with fewer than 30 others, and while the learner has an exam in progress: the scores of others depend on
 * the keys of its questions.
 */
export async function percentileAmongOthers(
  db: Database,
  { attempt, score }: { readonly attempt: AttemptHeader; readonly score: Score | null },
  learnerId: string,
): Promise<Percentile | null> {
  const { id, mode, examSlug, plan } = attempt;
  if (mode !== "mock" || score === null) return null;
  if ((await closedQuestions(db, learnerId)).size > 0) return null;
  const first = await db.read.attempt.findFirst({
    where: { learnerId, examSlug, mode: "mock" },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  if (first?.id !== id) return null;
  const sittings = await firstSittings(db, examSlug, learnerId);
  const others = sittings.flatMap((sitting) => {
    const hasSameTime = (readPlan(sitting.plan).choices.timeFactor ?? 1) === (plan.choices.timeFactor ?? 1);
    const other = readScore(sitting.score);
    return hasSameTime && other !== null && isSat(sitting, other) ? [other.percent] : [];
  });
  return percentileOf(score.percent, others);
}

/** Whether it took long enough to have been read. */
function isSat({ startedAt, finishedAt }: SittingRow, { items }: Score): boolean {
  return finishedAt.getTime() - startedAt.getTime() >= 1000 * fewestSecondsPerAnswer * items;
}

function firstSittings(db: Database, examSlug: string, learnerId: string): Promise<readonly SittingRow[]> {
  return db.read.$queryRaw<SittingRow[]>`
    SELECT a."plan", a."score", a."startedAt", a."finishedAt" FROM "Attempt" a
    WHERE a."finishedAt" IS NOT NULL AND a."examSlug" = ${examSlug} AND a."mode" = 'mock' AND a."score" IS NOT NULL
      AND a."finishedBy" <> 'discarded' AND a."learnerId" <> ${learnerId}
      AND NOT EXISTS (
        SELECT 1 FROM "Attempt" b WHERE b."learnerId" = a."learnerId" AND b."startedAt" < a."startedAt"
          AND b."examSlug" = a."examSlug" AND b."mode" = 'mock')
      AND EXISTS (SELECT 1 FROM "AttemptItem" i WHERE i."attemptId" = a."id" AND i."answer" IS NOT NULL)
    ORDER BY a."finishedAt" DESC LIMIT ${mostSittings}`;
}
