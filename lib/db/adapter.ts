import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { connectionTimeoutMillis } from "./connection-timeout.ts";
import { providerOf } from "./provider.ts";
import { sqliteAdapter } from "./sqlite-adapter.ts";

/** The driver for `url`, ready to write, for one connection (SQLite) or a pool (PostgreSQL). */
export function adapterFor(url: string): SqlMigrationAwareDriverAdapterFactory {
  return providerOf(url) === "sqlite"
    ? sqliteAdapter(url, "write")
    : new PrismaPg({ connectionString: url, connectionTimeoutMillis });
}
