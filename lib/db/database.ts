import type { Prisma, PrismaClient } from "../../prisma/generated/sqlite/client.ts";
import type { BulkRows } from "./bulk-upsert.ts";
import type { ByHand } from "./by-hand.ts";
import { openPostgres } from "./postgres.ts";
import { type Provider, providerOf } from "./provider.ts";
import type { Saving } from "./saving.ts";
import { openSqlite } from "./sqlite.ts";

type ReadMethod = "findUnique" | "findUniqueOrThrow" | "findFirst" | "findMany" | "count" | "aggregate" | "groupBy";
type Model = Exclude<Uncapitalize<Prisma.ModelName>, symbol>;

/** What a query may do: read. */
export type Read = { readonly [M in Model]: Pick<PrismaClient[M], ReadMethod> } & Pick<ByHand, "$queryRaw">;

/** What a command gets: everything, inside one transaction. */
export type Tx = Prisma.TransactionClient;

/** What waits for the database in this process, and the connections that it holds. */
export interface DatabaseLoad {
  readonly writesWaiting: number;
  /** Null on SQLite, which has no pool. `waiting` counts the statements and transactions that wait for a connection. */
  readonly pool: { readonly open: number; readonly idle: number; readonly waiting: number } | null;
}

/**
 * The only door to the database. Nothing but the database may be awaited inside `write`: on SQLite everybody else waits
 * for it, on PostgreSQL it holds a connection.
 */
export interface Database {
  /** For the few statements whose SQL differs between the two. */
  readonly provider: Provider;
  readonly read: Read;
  /** Resolves after the commit is on disk. Throws what the job throws, after a rollback; `SavingRefused` when the database refuses it. */
  readonly write: <T>(job: (tx: Tx) => Promise<T>) => Promise<T>;
  /**
   * Inserts those of many rows that are not there yet, in a transaction of its own; resolves after its commit to how many
   * they were. Throws as `write` does.
   */
  readonly insertMissing: (insert: BulkRows) => Promise<number>;
  readonly saving: Saving;
  readonly load: () => DatabaseLoad;
  readonly close: () => Promise<void>;
}

/** Opens the database at `url` (`file:…` or `postgresql://…`), which must be migrated. */
export function openDatabase(url: string): Database {
  return providerOf(url) === "sqlite" ? openSqlite(url) : openPostgres(url);
}
