import { jsonRows } from "#lib/db/json-rows";
import type { Provider } from "#lib/db/provider";
import { type Sql, sql } from "#lib/db/sql";

interface Asked {
  readonly questionId: string;
  readonly revisionId: string;
}

interface Bounds {
  /** The most answers read for each question. */
  readonly most: number;
  /** Longer answers are ignored: no answer needs more, but until November 2026 anything that was sent was stored. */
  readonly mostBytes: number;
  /** Whether only answers from sittings are wanted. */
  readonly isCounted: boolean;
}

/**
 * A table of the newest first answers to these wordings: "questionId", "revisionId", "learnerId", "answer", "at",
 * "counts".
 *
 * Reading it costs the same however many answers there are. The index of first answers orders each question's answers
 * by time in four groups: with and without an account, from a sitting or not. At most `most` are read from each of the
 * four, and the newest of these are kept.
 */
export function newestAnswers(provider: Provider, asked: readonly Asked[], bounds: Bounds): Sql {
  const { most, mostBytes, isCounted } = bounds;
  const wordings = asked.map(({ questionId, revisionId }) => ({ questionId, revisionId }));
  const source = jsonRows(provider, { questionId: "text", revisionId: "text" }, wordings);
  const counts = isCounted ? sql`(SELECT TRUE AS "is")` : sql`(SELECT TRUE AS "is" UNION ALL SELECT FALSE)`;
  // The order of the joins keeps SQLite from starting with the answers of all learners.
  return sql`(
    SELECT ranked.* FROM (
      SELECT d."questionId", d."revisionId", d."learnerId", d."answer", d."disclosedAt" AS "at", d."counts",
        ROW_NUMBER() OVER (PARTITION BY d."questionId" ORDER BY d."disclosedAt" DESC, d."learnerId") AS "place"
      FROM ${source} CROSS JOIN (SELECT TRUE AS "is" UNION ALL SELECT FALSE) AS member CROSS JOIN ${counts} AS counted
      CROSS JOIN "Disclosure" d
      WHERE d."questionId" = rows."questionId" AND d."byMember" = member."is" AND d."counts" = counted."is"
        AND d."disclosedAt" >= COALESCE((
          SELECT x."disclosedAt" FROM "Disclosure" x
          WHERE x."questionId" = rows."questionId" AND x."byMember" = member."is" AND x."counts" = counted."is"
            AND x."revisionId" = rows."revisionId" AND OCTET_LENGTH(x."answer") <= ${mostBytes}
          ORDER BY x."disclosedAt" DESC LIMIT 1 OFFSET ${most - 1}), ${new Date(0)})
        AND d."revisionId" = rows."revisionId" AND OCTET_LENGTH(d."answer") <= ${mostBytes}
    ) AS ranked WHERE ranked."place" <= ${most})`;
}
