import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "../../prisma/generated/postgresql/client.ts";
import { bulkUpsert } from "./bulk-upsert.ts";
import { retryWhileBusy } from "./busy.ts";
import { connections } from "./connection-timeout.ts";
import type { Database, Read, Tx } from "./database.ts";
import { createFairQueue } from "./fair-queue.ts";
import { giveUpAt, patienceMs } from "./patience.ts";
import { reconnecting } from "./reconnect.ts";
import { guardSaving } from "./saving.ts";
import { tracePostgres } from "./trace-statements.ts";

/** PostgreSQL with a pool; a transaction that fails because of a conflict is repeated. */
export function openPostgres(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections.all,
    connectionTimeoutMillis: patienceMs,
    lock_timeout: patienceMs,
  });
  const client = new PrismaClient({
    adapter: tracePostgres(reconnecting(new PrismaPg(pool, { disposeExternalPool: true }))),
  });
  const guard = guardSaving(() => true);
  const { inTurn, waiting } = createFairQueue({ atOnce: connections.writing, mostWaiting: 2_000 });
  function save<T>(job: (tx: Tx) => Promise<T>): Promise<T> {
    const end = giveUpAt();
    const attempt = () => {
      const left = Math.max(end - performance.now(), 1_000);
      return client.$transaction(
        async (tx) => {
          // The connection waits for a lock as long as a request may, unless this one has less or more time left.
          if (Math.abs(end - performance.now() - patienceMs) > 500) await waitAtMost(tx, left);
          return job(tx as unknown as Tx);
        },
        { timeout: 60_000, maxWait: left },
      );
    };
    return guard.save(() => inTurn(() => retryWhileBusy(attempt, end), end));
  }
  return {
    provider: "postgresql",
    // Both clients come from one schema and differ only in their names.
    read: client as unknown as Read,
    saving: guard.saving,
    load: () => ({
      writesWaiting: waiting(),
      pool: { open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
    }),
    write: save,
    insertMissing: (missing) =>
      save((tx) => tx.$executeRaw(bulkUpsert("postgresql", { ...missing, existing: "keep" }))),
    close: () => client.$disconnect(),
  };
}

/** For the open transaction. */
async function waitAtMost(tx: Pick<PrismaClient, "$queryRaw">, ms: number): Promise<void> {
  await tx.$queryRaw`SELECT set_config('lock_timeout', ${`${Math.ceil(ms)}ms`}, true)`;
}
