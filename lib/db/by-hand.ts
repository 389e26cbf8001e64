import { type ColumnType, ColumnTypeEnum, type SqlQueryable, type SqlResultSet } from "@prisma/driver-adapter-utils";
import { type Sql, sql } from "./sql.ts";

type Words = TemplateStringsArray | Sql;

/** Statements written by hand, as templates whose values are never part of the SQL. */
export interface ByHand {
  /** Rows as objects; a moment comes as a Date, a whole number as a number. */
  readonly $queryRaw: <T>(words: Words, ...values: unknown[]) => Promise<T>;
  /** How many rows it changed. */
  readonly $executeRaw: (words: Words, ...values: unknown[]) => Promise<number>;
}

/**
 * Gives SQLite's statements by hand straight to the driver: an answer is there in microseconds, and Prisma's client takes
 * many times that to hand it on. `connection` is asked each time, because it may have ended.
 */
export function byHand(connection: () => SqlQueryable | Promise<SqlQueryable>): ByHand {
  return {
    async $queryRaw<T>(words: Words, ...values: unknown[]) {
      return toObjects(await (await connection()).queryRaw(statement(words, values))) as T;
    },
    async $executeRaw(words, ...values) {
      return (await connection()).executeRaw(statement(words, values));
    },
  };
}

function statement(words: Words, values: unknown[]) {
  const whole = Array.isArray(words) ? sql(words as readonly string[], ...values) : (words as Sql);
  return { sql: whole.sql, args: whole.values, argTypes: whole.values.map(() => asItIs) };
}

/** The driver binds text as text, also when it looks like a moment. */
const asItIs = { scalarType: "unknown", arity: "scalar" } as const;

function toObjects({ columnNames, columnTypes, rows }: SqlResultSet): object[] {
  return rows.map((row) => {
    const result: Record<string, unknown> = {};
    for (const [i, name] of columnNames.entries()) result[name] = toValue(row[i], columnTypes[i]);
    return result;
  });
}

function toValue(value: unknown, type: ColumnType | undefined): unknown {
  if (value === null) return null;
  if (type === ColumnTypeEnum.DateTime) return new Date(value as string);
  return type === ColumnTypeEnum.Boolean ? value === 1 : value;
}
