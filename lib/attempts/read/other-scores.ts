import { openDisputes } from "#lib/bank/read/disputes";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { finalPoints } from "#lib/exam/grading";
import { readGiven } from "#lib/exam/json-columns";
import { type Score, score } from "#lib/exam/scoring";
import { fits } from "#lib/exam/validation";
import { type AttemptPlan, markingOf } from "../plan.ts";
import type { ItemRow } from "./view-items.ts";

/** What a score is computed from. */
export type GradedItem = Pick<
  ItemRow,
  "position" | "revisionId" | "currentRevisionId" | "domain" | "answer" | "points"
>;

/** What a score would be with today's keys. */
export interface OtherScores {
  /** The score without questions whose key is disputed; null when there are none, or nothing would be left. While they are disputed, this score decides pass or fail. */
  readonly withoutDisputed: Score | null;
  /** The score with today's keys; null when that equals the score as it was graded. */
  readonly byTodaysKeys: Score | null;
}

export const noOtherScores: OtherScores = { withoutDisputed: null, byTodaysKeys: null };

/** The other scores of a finished attempt, from the items that count in it. */
export async function otherScores(
  db: Database,
  { plan, score: graded }: { readonly plan: AttemptPlan; readonly score: Score },
  rows: readonly GradedItem[],
): Promise<OtherScores> {
  const disputed = await openDisputes(
    db,
    rows.map(({ revisionId }) => revisionId),
  );
  const today = await pointsToday(db, plan, rows);
  const scoreOf = (own: readonly GradedItem[], pointsOf: (row: GradedItem) => number) =>
    score(
      own.map((row) => ({ domain: row.domain, points: pointsOf(row) })),
      graded.passing,
      graded.ruleVersion,
    );
  const sound = rows.filter(({ revisionId }) => !disputed.has(revisionId));
  const isChanged = rows.some((row) => today.has(row.position) && today.get(row.position) !== row.points);
  return {
    withoutDisputed: disputed.size === 0 || sound.length === 0 ? null : scoreOf(sound, ({ points }) => points ?? 0),
    byTodaysKeys: isChanged ? scoreOf(rows, (row) => today.get(row.position) ?? row.points ?? 0) : null,
  };
}

/** By position, the worth of answers to reworded questions under the new wording, if they name only options that it has. */
async function pointsToday(
  db: Database,
  plan: AttemptPlan,
  rows: readonly GradedItem[],
): Promise<ReadonlyMap<number, number>> {
  const edited = rows.filter((row) => row.revisionId !== row.currentRevisionId && row.answer !== null);
  const ids = edited.map((row) => row.currentRevisionId);
  const [parts, secrets] = await Promise.all([publicPartsOf(db.read, ids), secretPartsOf(db.read, ids)]);
  const worth = edited.flatMap((row): [number, number][] => {
    const [part, key] = [parts.get(row.currentRevisionId), secrets.get(row.currentRevisionId)?.key];
    const answer = readGiven(row.answer);
    if (part === undefined || key === undefined || answer === null || !fits(part, answer)) return [];
    return [[row.position, finalPoints(part, key, answer, markingOf(plan))]];
  });
  return new Map(worth);
}
