import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "../../prisma/generated/postgresql/client.ts";
import { retryWhileBusy } from "./busy.ts";
import { poolWaitMillis } from "./connection-timeout.ts";
import type { Database, Read, Tx } from "./database.ts";
import { jsonRows } from "./json-rows.ts";

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
    insertMissing: ({ table, columns, rows }) => {
      const list = Prisma.raw(
        Object.keys(columns)
          .map((name) => `"${name}"`)
          .join(", "),
      );
      const source = jsonRows("postgresql", columns, rows);
      return retryWhileBusy(
        () => client.$executeRaw`
          INSERT INTO ${Prisma.raw(`"${table}"`)} (${list}) SELECT ${list} FROM ${source} ON CONFLICT DO NOTHING`,
      );
    },
    close: () => client.$disconnect(),
  };
}
