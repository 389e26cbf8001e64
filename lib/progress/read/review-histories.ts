import { readLearnerSettings } from "#lib/auth/learner-settings";
import type { Database } from "#lib/db/database";
import type { ReviewHistory } from "#lib/exam/fit-memory";
import type { Review } from "#lib/exam/scheduling";
import { type CommittedItem, newestConfidence, reviewOf } from "#lib/review/read/committed-review";

/** The newest answers: more would take minutes and change no weight. */
const mostAnswers = 30_000;

interface Row extends CommittedItem {
  readonly learnerId: string;
  readonly settings: string;
  readonly questionId: string;
}

/** What learners answered to the questions of an exam, separately for each question and learner, the oldest answer first. */
export async function reviewHistories(db: Database, examSlug: string): Promise<readonly ReviewHistory[]> {
  const rows = await db.read.$queryRaw<Row[]>`
    SELECT a."learnerId", l."settings", i."questionId", i."answer", i."points", i."committedAt", ${newestConfidence(db.provider)} AS "confidence"
    FROM "Attempt" a JOIN "AttemptItem" i ON i."attemptId" = a."id" JOIN "Learner" l ON l."id" = a."learnerId"
    WHERE a."examSlug" = ${examSlug} AND i."committedAt" IS NOT NULL
    ORDER BY i."committedAt" DESC, a."id", i."position" LIMIT ${mostAnswers}`;
  const histories = new Map<string, { learnerId: string; timeZone: string; reviews: Review[] }>();
  for (const { learnerId, settings, questionId, ...item } of rows.reverse()) {
    const name = `${learnerId} ${questionId}`;
    const { timeZone = "UTC" } = readLearnerSettings(settings);
    const history = histories.get(name) ?? { learnerId, timeZone, reviews: [] };
    history.reviews.push(reviewOf(item));
    histories.set(name, history);
  }
  return [...histories.values()];
}
