import type { Database } from "#lib/db/database";
import type { PrismaClient } from "../../../prisma/generated/sqlite/client.ts";

const reads = new Set(["findUnique", "findUniqueOrThrow", "findFirst", "findMany", "count", "aggregate", "groupBy"]);
type Delegate = Record<string, (args: unknown) => Promise<unknown>>;

/**
 * The database in the form that better-auth's Prisma adapter expects: its reads go to `read`, and each of its writes
 * becomes a separate `write`, so that it waits its turn like all others.
 */
export function authClient(db: Database): PrismaClient {
  const delegate = (model: string): Delegate =>
    new Proxy({} as Delegate, {
      get: (_, method: string) => (args: unknown) =>
        reads.has(method)
          ? (db.read as unknown as Record<string, Delegate>)[model]?.[method]?.(args)
          : db.write(async (tx) => (tx as unknown as Record<string, Delegate>)[model]?.[method]?.(args)),
    });
  return new Proxy({} as PrismaClient, {
    get: (_, name) =>
      typeof name === "string" && !name.startsWith("$") && name !== "then" ? delegate(name) : undefined,
  });
}
