import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { type Sql, sql } from "#lib/db/sql";
import { readScore } from "#lib/exam/json-columns";
import type { Score } from "#lib/exam/scoring";
import { sealedAttempts } from "#lib/review/read/sealed-attempts";
import { type AttemptMode, type AttemptPlan, readPlan } from "../plan.ts";
import { newQuestions } from "./new-questions.ts";
import { noOtherScores, type OtherScores } from "./other-scores.ts";
import { otherScoresOfMocks } from "./other-scores-of-mocks.ts";

export interface AttemptSummary {
  readonly id: string;
  readonly examSlug: string;
  readonly mode: AttemptMode;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly finishedAt: Date | null;
  /** Null while it is in progress, and while it would reveal something about an exam in progress. */
  readonly score: Score | null;
  /** How many questions of a finished mock exam were new to the learner; null for everything else. */
  readonly newQuestions: number | null;
  /** The scores of a finished mock exam if keys are disputed or have changed. */
  readonly others: OtherScores;
  /** What was chosen for a mock exam, such as its time; empty for everything else. */
  readonly choices: AttemptPlan["choices"];
}

interface SummaryRow extends Omit<AttemptSummary, "score" | "newQuestions" | "others" | "choices"> {
  readonly plan: string;
  readonly score: string | null;
  readonly newQuestions: number | bigint | null;
}

/**
 * The viewer's newest 20 attempts at one exam, without discarded ones: first those that hold back other scores, then the study
 * session in progress, which may last for weeks while practice and reviews come and go, then newest first.
 */
export async function listAttempts(db: Database, viewer: Viewer, examSlug: string): Promise<readonly AttemptSummary[]> {
  const { learnerId } = viewer;
  if (learnerId === null) return [];
  const study = sql`"id" = (
    SELECT s."id" FROM "Attempt" s
    WHERE s."learnerId" = ${learnerId} AND s."examSlug" = ${examSlug} AND s."mode" = 'study' AND s."finishedAt" IS NULL
    ORDER BY s."startedAt" DESC LIMIT 1
  ) DESC,`;
  return summaries(db, learnerId, { which: sql`AND "examSlug" = ${examSlug}`, before: study, most: 20 });
}

/** A learner's newest 200 attempts at any exam, without discarded ones, newest first. */
export function listAllAttempts(db: Database, learnerId: string): Promise<readonly AttemptSummary[]> {
  return summaries(db, learnerId, { which: sql``, before: sql``, most: 200 });
}

interface Listing {
  readonly which: Sql;
  /** Sort order that takes precedence over time. */
  readonly before: Sql;
  readonly most: number;
}

async function summaries(
  db: Database,
  learnerId: string,
  { which, before, most }: Listing,
): Promise<readonly AttemptSummary[]> {
  const [rows, sealed] = await Promise.all([
    db.read.$queryRaw<SummaryRow[]>`
      SELECT "id", "examSlug", "mode", "startedAt", "deadlineAt", "finishedAt", "score", "plan",
        CASE WHEN "mode" = 'mock' AND "finishedAt" IS NOT NULL THEN ${newQuestions} END AS "newQuestions"
      FROM "Attempt"
      WHERE "learnerId" = ${learnerId} AND "mode" <> 'question' ${which}
        AND ("finishedBy" IS NULL OR "finishedBy" <> 'discarded')
      ORDER BY "finishedAt" IS NULL AND "reveal" = 'at-end' DESC, ${before} "startedAt" DESC LIMIT ${most}`,
    sealedAttempts(db, learnerId),
  ]);
  const listed = rows.map((row) => ({
    ...row,
    plan: row.mode === "mock" ? readPlan(row.plan) : null,
    newQuestions: row.newQuestions === null ? null : Number(row.newQuestions),
    score: sealed.has(row.id) ? null : readScore(row.score),
  }));
  const mocks = listed.flatMap(({ id, plan, score }) => (plan !== null && score !== null ? [{ id, plan, score }] : []));
  const found = await otherScoresOfMocks(db, mocks);
  const others = new Map(mocks.map(({ id }, i) => [id, found[i]]));
  return listed.map(({ plan, ...row }) => ({
    ...row,
    others: others.get(row.id) ?? noOtherScores,
    choices: plan?.choices ?? {},
  }));
}
