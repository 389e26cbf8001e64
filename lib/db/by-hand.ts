import { type Sql, sql } from "./sql.ts";
import type { Statements } from "./sqlite-statements.ts";

type Words = TemplateStringsArray | Sql;

/** Statements written by hand, as templates whose values are never part of the SQL. */
export interface ByHand {
  /** Rows as objects; times come as Dates, whole numbers as numbers. */
  readonly $queryRaw: <T>(words: Words, ...values: unknown[]) => Promise<T>;
  /** How many rows it changed. */
  readonly $executeRaw: (words: Words, ...values: unknown[]) => Promise<number>;
}

/**
 * Passes SQLite's statements by hand directly to the driver: an answer takes microseconds, and Prisma's client takes
 * many times that to pass it on. `statements` is called each time, because a transaction may have ended.
 */
export function byHand(statements: () => Statements | Promise<Statements>): ByHand {
  return {
    async $queryRaw<T>(words: Words, ...values: unknown[]) {
      const whole = toSql(words, values);
      return (await statements()).rows(whole.sql, whole.values) as T;
    },
    async $executeRaw(words, ...values) {
      const whole = toSql(words, values);
      return (await statements()).changes(whole.sql, whole.values);
    },
  };
}

function toSql(words: Words, values: unknown[]): Sql {
  return Array.isArray(words) ? sql(words as readonly string[], ...values) : (words as Sql);
}
