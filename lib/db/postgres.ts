import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../../prisma/generated/postgresql/client.ts";
import { retryWhileBusy } from "./busy.ts";
import { poolWaitMillis } from "./connection-timeout.ts";
import type { Database, Read, Tx } from "./database.ts";

/** PostgreSQL with a pool; a transaction that loses a conflict is run again. */
export function openPostgres(url: string): Database {
  const adapter = new PrismaPg({ connectionString: url, max: 20, connectionTimeoutMillis: poolWaitMillis });
  const client = new PrismaClient({ adapter });
  return {
    provider: "postgresql",
    // Both clients come from one schema and differ in their names alone.
    read: client as unknown as Read,
    write: (job) =>
      retryWhileBusy(() =>
        client.$transaction((tx) => job(tx as unknown as Tx), { timeout: 60_000, maxWait: poolWaitMillis }),
      ),
    close: () => client.$disconnect(),
  };
}
