import { readLearnerSettings } from "#lib/auth/learner-settings";
import { byteOrder } from "#lib/db/byte-order";
import type { Database } from "#lib/db/database";
import type { ReviewHistory } from "#lib/exam/fit-memory";
import { readConfidence } from "#lib/exam/json-columns";
import type { Review } from "#lib/exam/scheduling";
import { outcomeOf } from "#lib/review/write/record-reviews";

/** The newest answers: more would take minutes and move no weight. */
const mostAnswers = 30_000;

interface Row {
  readonly learnerId: string;
  readonly settings: string;
  readonly questionId: string;
  readonly answer: string | null;
  readonly points: number | null;
  readonly committedAt: Date;
  readonly confidence: string | null;
}

/** What learners answered to the questions of an exam, each question of each learner by itself, the oldest answer first. */
export async function reviewHistories(db: Database, examSlug: string): Promise<readonly ReviewHistory[]> {
  const rows = await db.read.$queryRaw<Row[]>`
    SELECT a."learnerId", l."settings", i."questionId", i."answer", i."points", i."committedAt", (
      SELECT e."value" FROM "ItemEntry" e
      WHERE e."attemptId" = i."attemptId" AND e."position" = i."position" AND e."field" = 'confidence'
      ORDER BY e."version" DESC, e."clientId" ${byteOrder(db.provider)} DESC LIMIT 1
    ) AS "confidence"
    FROM "Attempt" a JOIN "AttemptItem" i ON i."attemptId" = a."id" JOIN "Learner" l ON l."id" = a."learnerId"
    WHERE a."examSlug" = ${examSlug} AND i."committedAt" IS NOT NULL
    ORDER BY i."committedAt" DESC, a."id", i."position" LIMIT ${mostAnswers}`;
  const histories = new Map<string, { learnerId: string; timeZone: string; reviews: Review[] }>();
  for (const { learnerId, settings, questionId, answer, points, committedAt, confidence } of rows.reverse()) {
    const name = `${learnerId} ${questionId}`;
    const { timeZone = "UTC" } = readLearnerSettings(settings);
    const history = histories.get(name) ?? { learnerId, timeZone, reviews: [] };
    history.reviews.push({
      outcome: outcomeOf(answer, points),
      confidence: confidence === null ? null : readConfidence(confidence),
      at: committedAt,
    });
    histories.set(name, history);
  }
  return [...histories.values()];
}
