import type Driver from "better-sqlite3";
import type { BulkRows } from "./bulk-upsert.ts";
import { toSqlite } from "./sqlite-values.ts";

/**
 * Inserts directly through the driver, in a transaction of its own. Prisma copies the text of every value four times,
 * and its log keeps the values of the last hundred statements even when it is off.
 */
export function insertMissing(connection: Driver.Database, { table, columns, rows }: BulkRows): number {
  const names = Object.keys(columns);
  const list = names.map((name) => `"${name}"`).join(", ");
  const marks = names.map(() => "?").join(", ");
  const statement = connection.prepare(`INSERT INTO "${table}" (${list}) VALUES (${marks}) ON CONFLICT DO NOTHING`);
  const insertAll = connection.transaction(() => {
    let inserted = 0;
    for (const row of rows) inserted += statement.run(names.map((name) => toSqlite(row[name] ?? null))).changes;
    return inserted;
  });
  return insertAll.immediate();
}
