import type { BulkRows } from "#lib/db/bulk-upsert";
import type { Database } from "#lib/db/database";
import type { ColumnType } from "#lib/db/json-rows";

/** The data of someone who has practised nearly every day for three years. */
export const threeYears = { questions: 1_500, attempts: 600, itemsEach: 50, comments: 5_000, others: 2_000 } as const;

/** A question as its rows name it. */
export interface Numbered {
  readonly id: string;
  readonly revisionId: string;
  readonly name: string;
}

type Insert = readonly [BulkRows["table"], Readonly<Record<string, ColumnType>>, BulkRows["rows"]];

/** Inserts the rows of each table, a few thousand at a time. */
export async function insertAll(db: Database, inserts: readonly Insert[]): Promise<void> {
  for (const [table, columns, rows] of inserts)
    for (let start = 0; start < rows.length; start += 5_000)
      await db.insertMissing({ table, columns, rows: rows.slice(start, start + 5_000) });
}
