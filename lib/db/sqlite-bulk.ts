import Driver from "better-sqlite3";
import type { BulkInsert } from "./bulk-insert.ts";
import type { Cell } from "./json-rows.ts";
import { busyTimeoutMs } from "./sqlite-adapter.ts";

/**
 * Inserts through the driver alone, on a connection that is opened at the first use. Prisma copies the text of every
 * value four times, and its log keeps the values of the last hundred statements, switched on or not.
 */
export function sqliteBulk(url: string) {
  let connection: Driver.Database | undefined;
  return {
    insertMissing(insert: BulkInsert): number {
      connection ??= open(url);
      return insertMissing(connection, insert);
    },
    close(): void {
      connection?.close();
      connection = undefined;
    },
  };
}

function open(url: string): Driver.Database {
  const connection = new Driver(url.slice("file:".length), { timeout: busyTimeoutMs, fileMustExist: true });
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  return connection;
}

function insertMissing(connection: Driver.Database, { table, columns, rows }: BulkInsert): number {
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

/** As Prisma keeps it. */
function toSqlite(cell: Cell): string | number | null {
  if (cell instanceof Date) return cell.toISOString().replace("Z", "+00:00");
  return typeof cell === "boolean" ? Number(cell) : cell;
}
