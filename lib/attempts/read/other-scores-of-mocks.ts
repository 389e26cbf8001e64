import { anyOf } from "#lib/db/any-of";
import type { Database } from "#lib/db/database";
import { groupRows } from "#lib/exam/group-rows";
import type { Score } from "#lib/exam/scoring";
import type { AttemptPlan } from "../plan.ts";
import { type GradedItem, noOtherScores, type OtherScores, otherScores } from "./other-scores.ts";

/** A finished mock exam. */
interface GradedMock {
  readonly id: string;
  readonly plan: AttemptPlan;
  readonly score: Score;
}

/** The other scores of these mock exams, in their order. Only those are read that ask a question with a disputed key or a new wording. */
export async function otherScoresOfMocks(db: Database, mocks: readonly GradedMock[]): Promise<readonly OtherScores[]> {
  const rows = mocks.length === 0 ? [] : await itemsOfTouched(db, mocks);
  const items = groupRows(rows, ({ attemptId }) => attemptId);
  return Promise.all(
    mocks.map((mock) => {
      const own = items.get(mock.id);
      return own === undefined ? noOtherScores : otherScores(db, mock, own);
    }),
  );
}

function itemsOfTouched(db: Database, mocks: readonly GradedMock[]) {
  const ids = anyOf(
    db.provider,
    "text",
    mocks.map(({ id }) => id),
  );
  return db.read.$queryRaw<(GradedItem & { readonly attemptId: string })[]>`
    SELECT i."attemptId", i."position", i."revisionId", q."revisionId" AS "currentRevisionId", i."domain", i."answer", i."points"
    FROM "AttemptItem" i JOIN "Question" q ON q."id" = i."questionId"
    WHERE i."attemptId" IN (
      SELECT t."attemptId" FROM "AttemptItem" t JOIN "Question" o ON o."id" = t."questionId"
      LEFT JOIN "Dispute" d ON d."revisionId" = t."revisionId" AND d."verdict" IS NULL
      WHERE t."attemptId" IN ${ids} AND (o."revisionId" <> t."revisionId" OR d."revisionId" IS NOT NULL))
    ORDER BY i."attemptId", i."position"`;
}
