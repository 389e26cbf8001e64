import type { Database } from "#lib/db/database";

/** A repeat shows what was remembered, and not what was read a moment ago, if it comes at least this long after. */
const spacedMs = 24 * 3_600_000;

/** Everything that a learner answered or left blank, in time. */
export interface CourseOfStudy {
  /** How many answers came before a moment. */
  readonly placeAt: (at: Date) => number;
  /** For each question, the points of the newest answer that came a day or more after the one before it. */
  readonly recalls: ReadonlyMap<string, number>;
  /** The same as of a given moment. */
  readonly until: (moment: Date) => CourseOfStudy;
}

interface CommittedAnswer {
  readonly questionId: string;
  /** From 0 to 1; null for a blank. */
  readonly points: number | null;
  readonly committedAt: Date;
}

export async function courseOfStudy(db: Database, learnerId: string): Promise<CourseOfStudy> {
  const answers = await db.read.$queryRaw<CommittedAnswer[]>`
    SELECT i."questionId", CASE WHEN i."answer" IS NULL THEN NULL ELSE i."points" END AS "points", i."committedAt"
    FROM "Attempt" a JOIN "AttemptItem" i ON i."attemptId" = a."id"
    WHERE a."learnerId" = ${learnerId} AND i."committedAt" IS NOT NULL
    ORDER BY i."committedAt", i."attemptId", i."position"`;
  return courseOf(answers);
}

function courseOf(answers: readonly CommittedAnswer[]): CourseOfStudy {
  const times = answers.map(({ committedAt }) => committedAt.getTime());
  const before = new Map<string, number>();
  const recalls = new Map<string, number>();
  for (const [i, { questionId, points }] of answers.entries()) {
    const [last, now] = [before.get(questionId), times[i] as number];
    // A blank may have been left for lack of time.
    if (last !== undefined && points !== null && now - last >= spacedMs) recalls.set(questionId, points);
    before.set(questionId, now);
  }
  return {
    placeAt: (at) => countBelow(times, at.getTime()),
    recalls,
    until: (moment) => courseOf(answers.slice(0, countBelow(times, moment.getTime() + 1))),
  };
}

/** How many of the ascending `values` are below `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
