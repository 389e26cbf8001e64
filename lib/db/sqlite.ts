import { PrismaClient } from "../../prisma/generated/sqlite/client.ts";
import { retryWhileBusy } from "./busy.ts";
import type { Database } from "./database.ts";
import { sqliteAdapter } from "./sqlite-adapter.ts";
import { sqliteBulk } from "./sqlite-bulk.ts";

/** A transaction that takes longer than this is a bug: it would hold up every other write. */
const transactionTimeoutMs = 60_000;

/**
 * SQLite with one connection that writes, one that writes rows in bulk, and one that reads; one transaction at a time. On a shared connection a write
 * made while another request's transaction is open would land inside that transaction and die with its rollback.
 */
export function openSqlite(url: string): Database {
  const writer = new PrismaClient({ adapter: sqliteAdapter(url, "write") });
  const reader = new PrismaClient({ adapter: sqliteAdapter(url, "read") });
  const bulk = sqliteBulk(url);
  const inTurn = createQueue();
  return {
    provider: "sqlite",
    read: reader,
    write: (job) =>
      inTurn(() => retryWhileBusy(() => writer.$transaction(job, { timeout: transactionTimeoutMs, maxWait: 5_000 }))),
    insertMissing: (insert) => inTurn(() => retryWhileBusy(async () => bulk.insertMissing(insert))),
    close: () =>
      inTurn(async () => {
        bulk.close();
        await Promise.all([writer.$disconnect(), reader.$disconnect()]);
      }),
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
