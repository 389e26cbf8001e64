import type Driver from "better-sqlite3";
import { tablesOf } from "../../lib/cli/move/sqlite-tables.ts";
import { type Column, inTurn, type Table } from "../../lib/cli/move/table.ts";

interface Key {
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
}

type Value = string | number | Buffer | null;

/**
 * Inserts `count` rows into every table of a SQLite database of any release, with values that are easily damaged in
 * transit: letters of many scripts, empty fields, fractions, times with milliseconds, bytes that are not text. Row i of
 * a table refers to row i of others.
 */
export function fillEveryTable(db: Driver.Database, count: number): void {
  const rows = new Map<string, Record<string, Value>[]>();
  const fill = db.transaction(() => {
    db.pragma("defer_foreign_keys = ON");
    const turns = inTurn(tablesOf(db));
    for (const { table, later } of turns) {
      const made = Array.from({ length: count }, (_, i) => rowOf(table, keysOf(db, table), rows, i));
      rows.set(table.name, made);
      const names = table.columns.map(({ name }) => name);
      const statement = db.prepare(
        `INSERT INTO "${table.name}" (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
      );
      for (const row of made) statement.run(names.map((name) => (later.includes(name) ? null : row[name])));
    }
    for (const { table, later } of turns) fillLater(db, table, later, rows);
  });
  fill.immediate();
}

function fillLater(
  db: Driver.Database,
  table: Table,
  later: readonly string[],
  rows: ReadonlyMap<string, readonly Record<string, Value>[]>,
): void {
  const keys = keysOf(db, table);
  for (const name of later) {
    const key = keys.find(({ from }) => from === name) as Key;
    const own = table.key.map((column) => `"${column}" = ?`).join(" AND ");
    const set = db.prepare(`UPDATE "${table.name}" SET "${name}" = ? WHERE ${own}`);
    for (const [i, row] of (rows.get(table.name) ?? []).entries())
      set.run(rows.get(key.table)?.[i]?.[key.to ?? "id"], ...table.key.map((column) => row[column]));
  }
}

function keysOf(db: Driver.Database, table: Table): readonly Key[] {
  return db.pragma(`foreign_key_list("${table.name}")`) as Key[];
}

function rowOf(
  table: Table,
  keys: readonly Key[],
  rows: ReadonlyMap<string, readonly Record<string, Value>[]>,
  i: number,
): Record<string, Value> {
  return Object.fromEntries(
    table.columns.map((column) => {
      const key = keys.find(({ from }) => from === column.name);
      const parent = key === undefined ? undefined : rows.get(key.table)?.[i];
      if (key !== undefined && parent !== undefined) return [column.name, parent[key.to ?? "id"] ?? null];
      return [column.name, cellOf(table, column, i)];
    }),
  );
}

function cellOf(table: Table, { name, kind, isNullable }: Column, i: number): Value {
  if (isNullable && i % 3 === 1) return null;
  switch (kind) {
    case "text":
      // Many columns contain JSON, which later migrations read; white space around it does not change.
      return `${JSON.stringify({ text: `${table.name}.${name} ${i} \u00e9\u65e5\ud83c\udf93 "quoted" 'so' \\n` })} \t\n`;
    case "integer":
      return name === "endsAt" ? 1_790_000_000_000 + i : i + 1;
    case "real":
      return [0, 1 / 3, 1e-9, -12.5, 123_456_789.125][i % 5] as number;
    case "boolean":
      return i % 2;
    case "timestamp":
      return new Date(Date.UTC(2026, i % 12, 29, 23, 59, 59, i % 1_000)).toISOString().replace("Z", "+00:00");
    case "bytes":
      return Buffer.from([0, 255, i % 256, 10]);
  }
}
