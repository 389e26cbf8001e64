import type { Database } from "#lib/db/database";
import { countByDay } from "#lib/exam/day-counts";
import { localDay } from "#lib/exam/local-time";
import { timeZoneOf } from "#lib/review/read/time-zone";

const weeks = 12;
const dayMs = 24 * 60 * 60 * 1000;
/** 1 January 1970 was a Thursday. */
const mondayBefore = (day: number) => day - ((day + 3) % 7);

export interface PracticeDays {
  /** A Monday, in days since 1 January 1970 in the learner's time zone. */
  readonly from: number;
  /** Answers of each day since then, in whole weeks up to this one. */
  readonly counts: readonly number[];
}

/**
 * How many answers the learner committed on each day of twelve weeks. Blanks do not count. Answers in an exam in
 * progress are not committed yet.
 */
export async function practiceDays(db: Database, learnerId: string, now: Date): Promise<PracticeDays> {
  const timeZone = await timeZoneOf(db.read, learnerId);
  const from = mondayBefore(localDay(now, timeZone)) - 7 * (weeks - 1);
  // One day earlier, because days begin at different moments in different time zones.
  const since = new Date((from - 1) * dayMs);
  const answers = await db.read.$queryRaw<readonly { readonly committedAt: Date }[]>`
    SELECT i."committedAt" FROM "Attempt" a JOIN "AttemptItem" i ON i."attemptId" = a."id"
    WHERE a."learnerId" = ${learnerId} AND i."committedAt" >= ${since} AND i."answer" IS NOT NULL`;
  const moments = answers.map(({ committedAt }) => committedAt);
  return { from, counts: countByDay(moments, { from, count: 7 * weeks, timeZone }) };
}
