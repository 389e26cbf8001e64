import { randomUUID } from "node:crypto";
import type Driver from "better-sqlite3";
import { batchSizeOf, type Source, type Target } from "./store.ts";
import type { Column, ColumnKind, Row, Table } from "./table.ts";

type Cell = Row[string];
type Stored = string | number | Buffer | null;

/** Reads from a connection that has a transaction open. */
export function sqliteSource(db: Driver.Database): Source {
  return {
    async *read(table) {
      const rows = db.prepare<[], Record<string, Stored>>(`SELECT ${list(table.columns)} FROM "${table.name}"`);
      const batchSize = batchSizeOf(table);
      let batch: Row[] = [];
      // A connection that walks through rows can run nothing else: what goes on meanwhile runs on another one.
      for (const row of rows.iterate()) {
        batch.push(toRow(table, row));
        if (batch.length < batchSize) continue;
        yield batch;
        batch = [];
      }
      yield batch;
    },
  };
}

/** Writes through a connection that has a transaction open. */
export function sqliteTarget(db: Driver.Database): Target {
  return {
    ...sqliteSource(db),
    async clear(tables) {
      // Rows that refer to each other go one after the other; at the commit all must be right.
      db.pragma("defer_foreign_keys = ON");
      for (const { name } of tables) db.exec(`DELETE FROM "${name}"`);
    },
    async insert(table, rows) {
      const marks = table.columns.map(() => "?").join(", ");
      const statement = db.prepare(`INSERT INTO "${table.name}" (${list(table.columns)}) VALUES (${marks})`);
      for (const row of rows) statement.run(table.columns.map(({ name, kind }) => toStored(kind, row[name] ?? null)));
    },
    async fill(table, columns, rows) {
      const set = columns.map((name) => `"${name}" = ?`).join(", ");
      const key = table.key.map((name) => `"${name}" = ?`).join(" AND ");
      const statement = db.prepare(`UPDATE "${table.name}" SET ${set} WHERE ${key}`);
      for (const row of rows) statement.run([...columns, ...table.key].map((name) => row[name] ?? null));
    },
    async renew() {
      db.prepare(`UPDATE "Installation" SET "generation" = ?`).run(randomUUID());
    },
  };
}

function list(columns: readonly Column[]): string {
  return columns.map(({ name }) => `"${name}"`).join(", ");
}

function toRow(table: Table, stored: Readonly<Record<string, Stored>>): Row {
  return Object.fromEntries(table.columns.map(({ name, kind }) => [name, fromStored(kind, stored[name] ?? null)]));
}

function fromStored(kind: ColumnKind, value: Stored): Cell {
  if (value === null) return null;
  if (kind === "boolean") return value === 1;
  // Prisma writes +00:00 at the end; what SQLite itself calls the current time is UTC without saying so.
  if (kind === "timestamp")
    return new Date(/(Z|[+-]\d\d:\d\d)$/.test(String(value)) ? String(value) : `${value}Z`).toISOString();
  return Buffer.isBuffer(value) ? value.toString("hex") : value;
}

function toStored(kind: ColumnKind, value: Cell): Stored {
  if (value === null) return null;
  if (kind === "timestamp") return String(value).replace("Z", "+00:00");
  if (kind === "bytes") return Buffer.from(String(value), "hex");
  return typeof value === "boolean" ? Number(value) : value;
}
