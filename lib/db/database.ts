import type { Prisma, PrismaClient } from "../../prisma/generated/sqlite/client.ts";
import type { BulkRows } from "./bulk-upsert.ts";
import type { ByHand } from "./by-hand.ts";
import { openPostgres } from "./postgres.ts";
import { type Provider, providerOf } from "./provider.ts";
import type { Saving } from "./saving.ts";
import { openSqlite } from "./sqlite.ts";

type ReadMethod = "findUnique" | "findUniqueOrThrow" | "findFirst" | "findMany" | "count" | "aggregate" | "groupBy";
type Model = Exclude<Uncapitalize<Prisma.ModelName>, symbol>;

/** What a query may do: only read. */
export type Read = { readonly [M in Model]: Pick<PrismaClient[M], ReadMethod> } & Pick<ByHand, "$queryRaw">;

/** What a command may do: everything, inside one transaction. */
export type Tx = Prisma.TransactionClient;

/** What waits for the database in this process, and the connections that the process holds. */
export interface DatabaseLoad {
  readonly writesWaiting: number;
  /** Null on SQLite, which has no pool. `waiting` counts statements and transactions that wait for a connection. */
  readonly pool: { readonly open: number; readonly idle: number; readonly waiting: number } | null;
}

/**
 * The only access to the database. Inside `write`, await nothing but the database: on SQLite all other writes wait for
 * it, and on PostgreSQL it holds a connection.
 */
export interface Database {
  /** For the few statements whose SQL differs between the two. */
  readonly provider: Provider;
  readonly read: Read;
  /**
   * Resolves after the commit is on disk. Throws what the job throws, after a rollback; `SavingRefused` if the database
   * refuses it.
   */
  readonly write: <T>(job: (tx: Tx) => Promise<T>) => Promise<T>;
  /**
   * Inserts those rows that do not exist yet, in a transaction of its own. Resolves after its commit to their number.
   * Throws as `write` does.
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
