import type { Database } from "#lib/db/database";
import type { PrismaClient } from "../../../prisma/generated/sqlite/client.ts";

const reads = new Set(["findUnique", "findUniqueOrThrow", "findFirst", "findMany", "count", "aggregate", "groupBy"]);
type Delegate = Record<string, (args: unknown) => Promise<unknown>>;

/**
 * The database in the shape better-auth's Prisma adapter wants: its reads go to `read`, each of its writes becomes a
 * `write` of its own, so that it takes its turn with everybody else's.
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
