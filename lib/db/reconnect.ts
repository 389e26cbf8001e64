import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { connections } from "./connection-timeout.ts";
import { chainOf, codesOf } from "./error-chain.ts";

/**
 * Uses the next connection of the pool if the server has closed this one, as it does when it restarts. This applies to
 * the start of a transaction, and to a statement outside of one, which only reads. Within a transaction, nothing is
 * sent again.
 */
export function reconnecting(factory: SqlMigrationAwareDriverAdapterFactory): SqlMigrationAwareDriverAdapterFactory {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter: SqlDriverAdapter = await connect();
    adapter.startTransaction = onAnOpenOne(adapter.startTransaction.bind(adapter));
    adapter.queryRaw = onAnOpenOne(adapter.queryRaw.bind(adapter));
    return adapter;
  };
  return factory;
}

/** Each failure removes a closed connection from the pool, so after the last of them the next one is new. */
function onAnOpenOne<A extends unknown[], T>(send: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  return async (...args) => {
    for (let closed = 0; ; closed++) {
      try {
        return await send(...args);
      } catch (error) {
        if (!isClosed(error) || closed === connections.all) throw error;
      }
    }
  };
}

/**
 * 57P01 and 57P02: the server ends the connection; 08003 and 08006: it is gone. One that was never opened in time also ends
 * as terminated, and is no closed one.
 */
function isClosed(error: unknown): boolean {
  const chain = chainOf(error);
  const words = chain.map(({ message }) => String(message ?? "")).join("\n");
  return (
    chain.flatMap(codesOf).some((code) => /^(57P0[12]|0800[36]|ConnectionClosed)$/.test(code)) ||
    (/Connection terminated unexpectedly/.test(words) && !/timeout/i.test(words))
  );
}
