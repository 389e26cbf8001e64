import { PrismaClient } from "../../prisma/generated/sqlite/client.ts";
import { retryWhileBusy } from "./busy.ts";
import { byHand } from "./by-hand.ts";
import type { Database } from "./database.ts";
import { createFairQueue } from "./fair-queue.ts";
import { fileIdentity } from "./file-identity.ts";
import { giveUpAt } from "./patience.ts";
import { guardSaving } from "./saving.ts";
import { type SqliteConnection, sqliteAdapter } from "./sqlite-adapter.ts";
import { insertMissing } from "./sqlite-bulk.ts";
import { hearErrors } from "./sqlite-errors.ts";
import { createTransactions } from "./sqlite-transaction.ts";
import { traceSqlite } from "./trace-statements.ts";

/**
 * SQLite with one connection that writes and one that reads; one transaction at a time. On a shared connection, a write
 * made while another request's transaction is open would become part of that transaction and be lost with its rollback.
 */
export function openSqlite(url: string): Database {
  const identity = fileIdentity(url.slice("file:".length));
  const guard = guardSaving(() => identity.isSame());
  const writer = openClient(url, "write", guard.heard, () => identity.remember());
  const reader = openClient(url, "read", guard.heard);
  const inTransaction = createTransactions(writer.client, async () => writer.connection());
  const { inTurn, waiting } = createFairQueue({ atOnce: 1, mostWaiting: 2_000 });
  function save<T>(attempt: () => Promise<T>): Promise<T> {
    const end = giveUpAt();
    return guard.save(() => inTurn(() => retryWhileBusy(attempt, end), end));
  }
  return {
    provider: "sqlite",
    read: withByHand(reader.client, async () => (await reader.connection()).statements),
    saving: guard.saving,
    load: () => ({ writesWaiting: waiting(), pool: null }),
    write: (job) => save(() => inTransaction(job)),
    insertMissing: (insert) => save(async () => insertMissing((await writer.connection()).driver, insert)),
    close: () =>
      inTurn(async () => {
        // The last connection to close folds the log into the file, which a read-only connection cannot do.
        if (reader.isConnected()) await writer.connection();
        await reader.client.$disconnect();
        await writer.client.$disconnect();
      }, Number.POSITIVE_INFINITY),
  };
}

/** A client, and its connection for statements by hand; if there is none yet when it is needed, the client connects. */
function openClient(url: string, use: "read" | "write", heard: (error: unknown) => void, opened = () => {}) {
  let made: SqliteConnection | null = null;
  const adapter = sqliteAdapter(url, use, (connection) => {
    made = hearErrors(traceSqlite(connection), heard);
    opened();
  });
  const client = new PrismaClient({ adapter });
  async function connect(): Promise<SqliteConnection> {
    await client.$connect();
    if (made === null) throw new Error("there is no connection");
    return made;
  }
  return { client, isConnected: () => made !== null, connection: () => made ?? connect() };
}

/** The client, except that statements by hand go directly to the driver. */
function withByHand<C extends object>(client: C, connection: Parameters<typeof byHand>[0]): C {
  const { $queryRaw, $executeRaw } = byHand(connection);
  return Object.create(client, { $queryRaw: { value: $queryRaw }, $executeRaw: { value: $executeRaw } });
}
