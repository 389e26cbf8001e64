import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { PrismaClient } from "../../prisma/generated/sqlite/client.ts";
import { retryWhileBusy } from "./busy.ts";
import { byHand } from "./by-hand.ts";
import type { Database } from "./database.ts";
import { sqliteAdapter } from "./sqlite-adapter.ts";
import { sqliteBulk } from "./sqlite-bulk.ts";
import { createTransactions } from "./sqlite-transaction.ts";

/**
 * SQLite with one connection that writes, one that writes rows in bulk, and one that reads; one transaction at a time.
 * On a shared connection a write made while another request's transaction is open would land inside that transaction and
 * die with its rollback.
 */
export function openSqlite(url: string): Database {
  const [reading, writing] = [createHolder(), createHolder()];
  const writer = new PrismaClient({ adapter: sqliteAdapter(url, "write", writing.hold) });
  const reader = new PrismaClient({ adapter: sqliteAdapter(url, "read", reading.hold) });
  const connect = async (client: PrismaClient, holder: typeof reading) => {
    if (holder.isEmpty()) await client.$connect();
    return holder.held();
  };
  const inTransaction = createTransactions(writer, () => connect(writer, writing));
  const bulk = sqliteBulk(url);
  const inTurn = createQueue();
  return {
    provider: "sqlite",
    read: withByHand(reader, () => (reading.isEmpty() ? connect(reader, reading) : reading.held())),
    write: (job) => inTurn(() => retryWhileBusy(() => inTransaction(job))),
    insertMissing: (insert) => inTurn(() => retryWhileBusy(async () => bulk.insertMissing(insert))),
    close: () =>
      inTurn(async () => {
        bulk.close();
        await Promise.all([writer.$disconnect(), reader.$disconnect()]);
      }),
  };
}

/** The client, but for statements written by hand, which go to the driver itself. */
function withByHand<C extends object>(client: C, connection: Parameters<typeof byHand>[0]): C {
  const { $queryRaw, $executeRaw } = byHand(connection);
  return Object.create(client, { $queryRaw: { value: $queryRaw }, $executeRaw: { value: $executeRaw } });
}

/** Holds the connection that the adapter has made. */
function createHolder() {
  let last: SqlDriverAdapter | null = null;
  return {
    hold(opened: SqlDriverAdapter) {
      last = opened;
    },
    isEmpty: () => last === null,
    held(): SqlDriverAdapter {
      if (last === null) throw new Error("there is no connection");
      return last;
    },
  };
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
