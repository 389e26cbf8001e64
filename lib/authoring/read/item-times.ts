import type { Candidate } from "#lib/bank/read/exams";
import type { Database } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import { groupRows } from "#lib/exam/group-rows";
import { median } from "#lib/exam/median";

/** The newest answers of each question that are timed: enough for a good median. */
const mostAnswers = 200;
/** Questions read at once; other requests get their turn in between. */
const atOnce = 200;

interface Timed {
  readonly questionId: string;
  readonly elapsedMs: number | bigint;
}

/**
 * The median time on each question until it was answered, in milliseconds, by question. Answers given where no time is
 * taken, such as on the question's own page, are left out.
 */
export async function itemTimes(db: Database, candidates: readonly Candidate[]): Promise<ReadonlyMap<string, number>> {
  const rows: Timed[] = [];
  for (let first = 0; first < candidates.length; first += atOnce)
    rows.push(...(await newestTimes(db, candidates.slice(first, first + atOnce))));
  const times = groupRows(rows, ({ questionId }) => questionId);
  return new Map([...times].map(([id, own]) => [id, median(own.map(({ elapsedMs }) => Number(elapsedMs)))]));
}

function newestTimes(db: Database, candidates: readonly Candidate[]): Promise<readonly Timed[]> {
  const asked = candidates.map(({ questionId, revisionId }) => ({ questionId, revisionId }));
  const source = jsonRows(db.provider, { questionId: "text", revisionId: "text" }, asked);
  return db.read.$queryRaw<Timed[]>`
    SELECT ranked."questionId", MAX(e."elapsedMs") AS "elapsedMs" FROM (
      SELECT i."questionId", i."attemptId", i."position",
        ROW_NUMBER() OVER (PARTITION BY i."questionId" ORDER BY i."committedAt" DESC, i."attemptId") AS "place"
      FROM ${source} JOIN "AttemptItem" i ON i."questionId" = rows."questionId" AND i."revisionId" = rows."revisionId"
      WHERE i."committedAt" IS NOT NULL AND i."answer" IS NOT NULL) AS ranked
    JOIN "ItemEntry" e ON e."attemptId" = ranked."attemptId" AND e."position" = ranked."position"
    WHERE "place" <= ${mostAnswers}
    GROUP BY ranked."questionId", ranked."attemptId", ranked."position" HAVING MAX(e."elapsedMs") > 0`;
}
