import type Driver from "better-sqlite3";
import { fromSqlite, toSqlite } from "./sqlite-values.ts";

/** Statements of one connection, each prepared at its first use and cached. They throw what the driver throws. */
export interface Statements {
  readonly rows: (sql: string, values: readonly unknown[]) => object[];
  /** How many rows it changed. */
  readonly changes: (sql: string, values: readonly unknown[]) => number;
}

/**
 * Far more than are in the code; but a statement whose text depends on the number of values has many forms. The oldest
 * are dropped first.
 */
const bound = 500;

/** Prepares a statement once per `connection`: compiling most statements takes longer than running them. */
export function statementsOf(connection: Driver.Database): Statements {
  const kept = new Map<string, ReturnType<typeof prepare>>();
  function statement(sql: string) {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const made = prepare(connection, sql);
    kept.set(sql, made);
    if (kept.size > bound) kept.delete(kept.keys().next().value as string);
    return made;
  }
  return {
    rows: (sql, values) => statement(sql).rows(values.map(toSqlite)),
    changes: (sql, values) => statement(sql).changes(values.map(toSqlite)),
  };
}

function prepare(connection: Driver.Database, sql: string) {
  // Prisma's connections return whole numbers as bigint.
  const prepared = connection.prepare<unknown[], unknown[]>(sql).safeIntegers(false);
  if (!prepared.reader) return { rows: () => [], changes: (values: unknown[]) => prepared.run(values).changes };
  prepared.raw();
  const columns = prepared.columns().map(({ name, type }) => ({ name, read: fromSqlite(type) }));
  function toObject(row: readonly unknown[]): object {
    const result: Record<string, unknown> = {};
    for (const [i, { name, read }] of columns.entries()) result[name] = read(row[i]);
    return result;
  }
  return {
    rows: (values: unknown[]) => prepared.all(values).map(toObject),
    changes: (values: unknown[]) => prepared.run(values).changes,
  };
}
