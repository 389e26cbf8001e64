import { PrismaClient } from "../../prisma/generated/sqlite/client.ts";
import { retryWhileBusy } from "./busy.ts";
import { byHand } from "./by-hand.ts";
import type { Database } from "./database.ts";
import { type SqliteConnection, sqliteAdapter } from "./sqlite-adapter.ts";
import { insertMissing } from "./sqlite-bulk.ts";
import { createTransactions } from "./sqlite-transaction.ts";

/**
 * SQLite with one connection that writes and one that reads; one transaction at a time. On a shared connection a write
 * made while another request's transaction is open would land inside that transaction and die with its rollback.
 */
export function openSqlite(url: string): Database {
  const writer = openClient(url, "write");
  const reader = openClient(url, "read");
  const inTransaction = createTransactions(writer.client, async () => writer.connection());
  const inTurn = createQueue();
  return {
    provider: "sqlite",
    read: withByHand(reader.client, async () => (await reader.connection()).statements),
    write: (job) => inTurn(() => retryWhileBusy(() => inTransaction(job))),
    insertMissing: (insert) =>
      inTurn(() => retryWhileBusy(async () => insertMissing((await writer.connection()).driver, insert))),
    close: () =>
      inTurn(async () => {
        await Promise.all([writer.client.$disconnect(), reader.client.$disconnect()]);
      }),
  };
}

/** A client, and the connection that it made, for statements by hand; asked for before there is one, the client connects. */
function openClient(url: string, use: "read" | "write") {
  let made: SqliteConnection | null = null;
  const adapter = sqliteAdapter(url, use, (connection) => {
    made = connection;
  });
  const client = new PrismaClient({ adapter });
  async function connect(): Promise<SqliteConnection> {
    await client.$connect();
    if (made === null) throw new Error("there is no connection");
    return made;
  }
  return { client, connection: () => made ?? connect() };
}

/** The client, but for statements written by hand, which go to the driver itself. */
function withByHand<C extends object>(client: C, connection: Parameters<typeof byHand>[0]): C {
  const { $queryRaw, $executeRaw } = byHand(connection);
  return Object.create(client, { $queryRaw: { value: $queryRaw }, $executeRaw: { value: $executeRaw } });
}

function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(job: () => Promise<T>): Promise<T> => {
    const result = last.then(job);
    last = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };
}
