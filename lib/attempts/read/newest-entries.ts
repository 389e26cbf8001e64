import { byteOrder } from "#lib/db/byte-order";
import type { Provider } from "#lib/db/provider";
import { type Sql, sql } from "#lib/db/sql";

export interface WhichEntries {
  readonly attemptId: string;
  /** One item; all of them without it. */
  readonly position?: number | undefined;
  /** Only fields that were changed after this sequence. */
  readonly after?: number;
  /** Whether `elapsedMs` is needed. Without it, only the index is read. */
  readonly hasTimes: boolean;
}

/**
 * Selects the newest entry of each field of an attempt's items, so that the cost of a page depends on the number of items, not
 * on how often they were changed. `isNewer` in lib/exam/entries.ts is the same order. `elapsedMs` is the greatest of the field's.
 */
export function newestEntries(provider: Provider, { attemptId, position, after, hasTimes }: WhichEntries): Sql {
  const item = position === undefined ? sql`` : sql`AND "position" = ${position}`;
  const changed =
    after === undefined
      ? sql``
      : sql`AND ("position", "field") IN (
          SELECT "position", "field" FROM "ItemEntry" WHERE "attemptId" = ${attemptId} AND "sequence" > ${after})`;
  const elapsed = hasTimes ? sql`MAX("elapsedMs")` : sql`0`;
  return sql`
    SELECT e."position", e."field", e."version", e."clientId", e."value", e."madeAt", n."elapsedMs"
    FROM (
      SELECT v."position", v."field", v."version", v."elapsedMs", MAX(e."clientId" ${byteOrder(provider)}) AS "clientId"
      FROM (
        SELECT "position", "field", MAX("version") AS "version", ${elapsed} AS "elapsedMs"
        FROM "ItemEntry" WHERE "attemptId" = ${attemptId} ${item} ${changed} GROUP BY "position", "field"
      ) v JOIN "ItemEntry" e ON e."attemptId" = ${attemptId} AND e."position" = v."position" AND e."field" = v."field"
        AND e."version" = v."version"
      GROUP BY v."position", v."field", v."version", v."elapsedMs"
    ) n JOIN "ItemEntry" e ON e."attemptId" = ${attemptId} AND e."position" = n."position" AND e."field" = n."field"
      AND e."version" = n."version" AND e."clientId" = n."clientId" ${byteOrder(provider)}`;
}
