import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";
import Driver from "better-sqlite3";
import { refuseForeignLog } from "./foreign-log.ts";
import { rememberOpen } from "./open-files.ts";
import { type Statements, statementsOf } from "./sqlite-statements.ts";

/**
 * The driver waits for a lock by blocking the process, so it may wait only this long; after that we retry
 * asynchronously.
 */
export const busyTimeoutMs = 100;

/** A connection as Prisma's client sees it, as the driver does, and for statements by hand. */
export interface SqliteConnection {
  readonly adapter: SqlDriverAdapter;
  readonly driver: Driver.Database;
  readonly statements: Statements;
}

/**
 * Prisma's better-sqlite3 adapter with what is needed so that an answer survives a power cut: WAL and
 * `synchronous=FULL`, set and read back, and transactions that take the write lock when they begin.
 *
 * A deferred BEGIN takes the lock at its first write, and fails there, or at COMMIT, if another process has written
 * meanwhile; a busy COMMIT leaves the client in a state in which later writes are lost (prisma issue 29933).
 *
 * `connected` is called with the connection, for what does not go through Prisma. Connecting throws `ForeignLog`.
 */
export function sqliteAdapter(
  url: string,
  use: "read" | "write",
  connected: (connection: SqliteConnection) => void = () => {},
): SqlMigrationAwareDriverAdapterFactory {
  const inner = new PrismaBetterSqlite3({ url, timeout: busyTimeoutMs, readonly: use === "read" });
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    async connect() {
      const file = url.slice("file:".length);
      refuseForeignLog(file);
      const adapter = await inner.connect();
      const forget = rememberOpen(file);
      const dispose = adapter.dispose.bind(adapter);
      adapter.dispose = () => dispose().finally(forget);
      if (use === "read") await adapter.executeScript("PRAGMA query_only = ON");
      else await makeDurable(adapter);
      adapter.startTransaction = () => (use === "read" ? readTogether(adapter) : beginImmediate(adapter));
      const driver = driverOf(adapter);
      connected({ adapter, driver, statements: statementsOf(driver) });
      return adapter;
    },
    connectToShadowDb: () => inner.connectToShadowDb(),
  };
}

/** The adapter's private connection: a second one could not be part of its transactions. */
function driverOf(adapter: SqlDriverAdapter): Driver.Database {
  const { client } = adapter as unknown as { client?: unknown };
  if (client instanceof Driver) return client;
  throw new Error(`${adapter.adapterName} keeps its connection elsewhere than this release of Mockdown knows`);
}

async function makeDurable(adapter: SqlDriverAdapter): Promise<void> {
  await adapter.executeScript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  const journal = await pragma(adapter, "journal_mode");
  const synchronous = await pragma(adapter, "synchronous");
  if (journal !== "wal" || Number(synchronous) !== 2) {
    throw new Error(
      `the database would not keep answers through a power cut (journal_mode=${journal}, synchronous=${synchronous}): put it on a local disk`,
    );
  }
}

async function pragma(adapter: SqlDriverAdapter, name: string): Promise<unknown> {
  const result = await adapter.queryRaw({ sql: `PRAGMA ${name}`, args: [], argTypes: [] });
  return result.rows[0]?.[0];
}

export async function beginImmediate(adapter: SqlDriverAdapter): Promise<Transaction> {
  const run = (sql: string) => adapter.executeRaw({ sql, args: [], argTypes: [] });
  await run("BEGIN IMMEDIATE");
  let isOpen = true;
  const rollback = async () => {
    isOpen = false;
    await run("ROLLBACK");
  };
  const commit = async () => {
    isOpen = false;
    try {
      await run("COMMIT");
    } catch (error) {
      // A busy COMMIT leaves the transaction open, so no other could ever begin. Other failed COMMITs have rolled back.
      await rollback().catch(() => {});
      throw error;
    }
  };
  // After the end of its transaction, a statement would run on its own and be committed although the transaction was
  // not.
  const whileOpen =
    <T>(send: (query: SqlQuery) => Promise<T>) =>
    async (query: SqlQuery) => {
      if (!isOpen) throw new Error("a statement came after the end of its transaction");
      return send(query);
    };
  const { queryRaw, executeRaw, ...rest } = inTransaction(adapter);
  return {
    ...rest,
    queryRaw: whileOpen(queryRaw),
    executeRaw: whileOpen(executeRaw),
    commit,
    rollback,
  };
}

/**
 * Prisma combines simultaneous `findUnique` calls into one transaction. They are reads of different requests, which
 * need none, and a second BEGIN on the only connection that reads would fail.
 */
async function readTogether(adapter: SqlDriverAdapter): Promise<Transaction> {
  return { ...inTransaction(adapter), commit: async () => {}, rollback: async () => {} };
}

function inTransaction(adapter: SqlDriverAdapter) {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: adapter.queryRaw.bind(adapter),
    executeRaw: adapter.executeRaw.bind(adapter),
  };
}
