import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { withoutNul } from "#lib/db/keepable";
import { type Sql, sql } from "#lib/db/sql";
import { clockEnd, isOver, openPositions } from "#lib/exam/attempt";
import type { AttemptMode } from "../plan.ts";
import { positionToGoOn } from "../position-to-go-on.ts";
import { getReview } from "./attempt.ts";

export interface RunningAttempt {
  readonly id: string;
  readonly examSlug: string;
  readonly examTitle: string;
  readonly examLanguage: string | null;
  readonly mode: AttemptMode;
  readonly startedAt: Date;
  /** When the clock that the learner sees runs out; null without a time limit. */
  readonly clockEndsAt: Date | null;
  /** How many items it has, and how many of them are done: checked if keys are shown one by one, otherwise answered. */
  readonly count: number;
  readonly done: number;
  /** The address where it continues. */
  readonly position: number;
  /** Whether it shows no keys before its end. */
  readonly isExam: boolean;
}

/** How many are described. Each costs as much as its question map. */
const most = 5;

/**
 * The viewer's attempts in progress, at one exam or at all of them: exams first, then the newest. Attempts whose time
 * is over are left out.
 */
export async function listRunning(
  db: Database,
  viewer: Viewer,
  now: Date,
  examSlug?: string,
): Promise<readonly RunningAttempt[]> {
  const { learnerId } = viewer;
  if (learnerId === null) return [];
  const which: Sql = examSlug === undefined ? sql`` : sql`AND "examSlug" = ${examSlug}`;
  const rows = await db.read.$queryRaw<{ readonly id: string }[]>`
    SELECT "id" FROM "Attempt"
    WHERE "learnerId" = ${learnerId} AND "finishedAt" IS NULL AND "mode" <> 'question' ${which}
    ORDER BY "reveal" = 'at-end' DESC, "startedAt" DESC LIMIT ${most}`;
  const found = await Promise.all(rows.map(({ id }) => describeRunning(db, viewer, id, now)));
  return found.filter((attempt) => attempt !== null);
}

async function describeRunning(db: Database, viewer: Viewer, id: string, now: Date): Promise<RunningAttempt | null> {
  const review = await getReview(db, viewer, id);
  if (review === null) return null;
  const { sitting, plan, examSlug, examTitle, examLanguage, mode, startedAt } = review.attempt;
  if (sitting.finishedAt !== null || isOver(sitting, now)) return null;
  const isExam = plan.reveal === "at-end";
  return {
    id,
    examSlug,
    examTitle,
    examLanguage,
    mode,
    startedAt,
    clockEndsAt: clockEnd(sitting, now),
    count: sitting.count,
    done: review.map.filter((item) => (isExam ? item.answered : item.committed)).length,
    position: positionToGoOn(review.map, openPositions(sitting, now), plan.reveal),
    isExam,
  };
}

/** The id of the viewer's newest study session in progress at an exam; null if there is none. */
export async function findRunningStudy(db: Database, viewer: Viewer, examSlug: string): Promise<string | null> {
  const { learnerId } = viewer;
  if (learnerId === null || !withoutNul.test(examSlug)) return null;
  const [row] = await db.read.$queryRaw<{ readonly id: string }[]>`
    SELECT "id" FROM "Attempt"
    WHERE "learnerId" = ${learnerId} AND "examSlug" = ${examSlug} AND "mode" = 'study' AND "finishedAt" IS NULL
    ORDER BY "startedAt" DESC LIMIT 1`;
  return row?.id ?? null;
}

export interface RunningExam {
  readonly id: string;
  readonly examTitle: string;
  readonly deadlineAt: Date | null;
}

/** The exam that the viewer is taking, for the header of every page; null if there is none. One statement. */
export async function findRunningExam(db: Database, viewer: Viewer, now: Date): Promise<RunningExam | null> {
  const { learnerId } = viewer;
  if (learnerId === null) return null;
  const [row] = await db.read.$queryRaw<RunningExam[]>`
    SELECT a."id", a."deadlineAt", e."title" AS "examTitle" FROM "Attempt" a JOIN "Exam" e ON e."slug" = a."examSlug"
    WHERE a."learnerId" = ${learnerId} AND a."finishedAt" IS NULL AND a."reveal" = 'at-end'
      AND (a."deadlineAt" IS NULL OR a."deadlineAt" > ${now})
    ORDER BY a."startedAt" DESC LIMIT 1`;
  return row ?? null;
}
