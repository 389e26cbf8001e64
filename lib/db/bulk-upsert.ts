import { Prisma } from "../../prisma/generated/sqlite/client.ts";
import { type Cell, type ColumnType, jsonRows } from "./json-rows.ts";
import type { Provider } from "./provider.ts";

/** Rows for one table, and the type of each column that they fill. */
export interface BulkRows<C extends string = string> {
  readonly table: Prisma.ModelName;
  readonly columns: Readonly<Record<C, ColumnType>>;
  readonly rows: readonly Readonly<Record<C, Cell>>[];
}

export interface BulkUpsert<C extends string> extends BulkRows<C> {
  /** What happens to an existing row; `refuse` if there can be none. */
  readonly existing: "refuse" | "keep" | "replace";
  /** The columns of the unique index that identifies an existing row; required to replace, otherwise any index. */
  readonly key?: readonly NoInfer<C>[];
}

/** The one statement that writes any number of rows, for `$executeRaw` on both databases. */
export function bulkUpsert<C extends string>(provider: Provider, upsert: BulkUpsert<C>): Prisma.Sql {
  const { table, columns, rows, existing, key } = upsert;
  const names = Object.keys(columns) as C[];
  const list = columnList(names);
  const source = jsonRows(provider, columns, rows);
  const index = key === undefined ? Prisma.empty : Prisma.sql`(${columnList(key)})`;
  const others = names.filter((name) => !key?.includes(name));
  const conflict = {
    refuse: Prisma.empty,
    keep: Prisma.sql`ON CONFLICT ${index} DO NOTHING`,
    replace: Prisma.sql`ON CONFLICT ${index} DO UPDATE SET ${replacing(others)}`,
  }[existing];
  // WHERE TRUE keeps SQLite from reading ON as the condition of a join.
  return Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}"`)} (${list}) SELECT ${list} FROM ${source} WHERE TRUE ${conflict}`;
}

/** The names of columns as SQL lists them. They come from our code, never from a user. */
export function columnList(names: readonly string[]): Prisma.Sql {
  return Prisma.raw(names.map((name) => `"${name}"`).join(", "));
}

/** The part after DO UPDATE SET that replaces these columns of the existing row. */
export function replacing(names: readonly string[]): Prisma.Sql {
  return Prisma.raw(names.map((name) => `"${name}" = excluded."${name}"`).join(", "));
}
