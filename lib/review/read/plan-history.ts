import type { Database } from "#lib/db/database";
import { localDay } from "#lib/exam/local-time";
import type { Pace } from "#lib/exam/study-plan";

interface HistoryRow {
  readonly questionId: string;
  readonly domain: string;
  readonly points: number | null;
  readonly committedAt: Date | null;
  readonly reveal: string;
  readonly isGuess: boolean | number;
}

interface HistoryRequest {
  readonly learnerId: string;
  readonly examSlug: string;
  readonly timeZone: string;
  readonly today: number;
  readonly pace: Pace;
}

/** What a plan has to know of what a learner did in an exam. */
export async function planHistory(db: Database, { learnerId, examSlug, timeZone, today, pace }: HistoryRequest) {
  // The order of the join keeps SQLite from starting with everybody's items.
  const [rows, mocks] = await Promise.all([
    db.read.$queryRaw<HistoryRow[]>`
      SELECT i."questionId", i."domain", i."points", i."committedAt", a."reveal", EXISTS (
        SELECT 1 FROM "ItemEntry" e WHERE e."attemptId" = i."attemptId" AND e."position" = i."position"
          AND e."field" = 'confidence' AND e."value" = '"guess"') AS "isGuess"
      FROM "Attempt" a CROSS JOIN "AttemptItem" i
      WHERE a."learnerId" = ${learnerId} AND a."examSlug" = ${examSlug} AND i."attemptId" = a."id"
        AND (i."committedAt" IS NOT NULL OR a."reveal" = 'at-end')`,
    db.read.attempt.findMany({
      where: { learnerId, examSlug, mode: "mock" },
      select: { startedAt: true, finishedAt: true },
    }),
  ]);
  const isToday = (at: Date | null) => at !== null && localDay(at, timeZone) === today;
  const before = new Set(rows.flatMap((row) => (isToday(row.committedAt) ? [] : [row.questionId])));
  const studied = rows.filter((row) => row.reveal === "at-once" && isToday(row.committedAt));
  const seconds = studied.reduce((sum, row) => sum + (before.has(row.questionId) ? pace.review : pace.fresh), 0);
  const sat = mocks.filter(({ startedAt }) => isToday(startedAt));
  const satMs = sat.reduce(
    (sum, { startedAt, finishedAt }) => sum + (finishedAt ?? startedAt).getTime() - startedAt.getTime(),
    0,
  );
  return {
    /** Questions that were asked, or are in a running exam. */
    asked: new Set(rows.map((row) => row.questionId)) as ReadonlySet<string>,
    /** Questions that were answered incorrectly, left blank or marked as a guess at least once. */
    missed: new Set(
      rows.flatMap(({ questionId, points, isGuess }) => (points === 1 && !isGuess ? [] : [questionId])),
    ) as ReadonlySet<string>,
    minutesToday: seconds / 60 + satMs / 60_000,
    mockDays: mocks.map(({ startedAt }) => localDay(startedAt, timeZone)),
    /** How many answers there are in a domain and how many were right, but for questions of a running exam. */
    answersIn(domain: string, closed: ReadonlySet<string>) {
      const own = rows.filter(
        (row) => row.domain === domain && row.committedAt !== null && !closed.has(row.questionId),
      );
      return { answers: own.length, right: own.filter((row) => row.points === 1).length };
    },
  };
}
