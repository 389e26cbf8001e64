import { byteOrder } from "#lib/db/byte-order";
import type { Provider } from "#lib/db/provider";
import { type Sql, sql } from "#lib/db/sql";
import { readConfidence } from "#lib/exam/json-columns";
import type { Outcome, Review } from "#lib/exam/scheduling";

/** A committed item of an attempt, as far as it says something about remembering. */
export interface CommittedItem {
  readonly answer: string | null;
  readonly points: number | null;
  readonly committedAt: Date;
  /** JSON of the newest confidence, null without one. */
  readonly confidence: string | null;
}

/** The newest confidence of the item `i` of a statement, as JSON; null without one. */
export function newestConfidence(provider: Provider): Sql {
  return sql`(
      SELECT e."value" FROM "ItemEntry" e
      WHERE e."attemptId" = i."attemptId" AND e."position" = i."position" AND e."field" = 'confidence'
      ORDER BY e."version" DESC, e."clientId" ${byteOrder(provider)} DESC LIMIT 1
    )`;
}

/** What a committed item says about remembering. */
export function outcomeOf(answer: string | null, points: number | null): Outcome {
  if (answer === null) return "blank";
  return points === 1 ? "right" : "wrong";
}

export function reviewOf({ answer, points, committedAt, confidence }: CommittedItem): Review {
  return {
    outcome: outcomeOf(answer, points),
    confidence: confidence === null ? null : readConfidence(confidence),
    at: committedAt,
  };
}
