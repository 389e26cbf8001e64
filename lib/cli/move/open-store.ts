import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Driver from "better-sqlite3";
import { Client } from "pg";
import { connectionTimeoutMillis } from "#lib/db/connection-timeout";
import { forgetHoldings } from "#lib/db/holdings-note";
import { migrate } from "#lib/db/migrate";
import { openToLook } from "#lib/db/open-to-look";
import { isServed } from "#lib/db/server-lock";
import { CommandRefused } from "../end-with.ts";
import { inWritable } from "../in-writable.ts";
import { postgresSource, postgresTarget } from "./postgres-store.ts";
import { sqliteSource, sqliteTarget } from "./sqlite-store.ts";
import { tablesOf } from "./sqlite-tables.ts";
import type { Source, Target } from "./store.ts";
import type { Table } from "./table.ts";

interface Opened<S> {
  readonly store: S;
  /** Null of PostgreSQL, whose tables are the same. */
  readonly tables: readonly Table[] | null;
  /** Undoes what was not committed. */
  readonly close: () => Promise<unknown>;
}

export interface OpenSource extends Opened<Source> {
  /** Whether a server uses it, which may save more at any time. */
  readonly isServed: boolean;
}

export interface OpenTarget extends Opened<Target> {
  readonly countLearners: () => Promise<number>;
  readonly commit: () => Promise<void>;
}

/** Opens a database to read it as it is at this moment. */
export async function openSource(url: string): Promise<OpenSource> {
  if (!url.startsWith("file:")) {
    const client = await connect(url);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const isServed = await isInUse(client);
    return { store: postgresSource(client), tables: null, isServed, close: () => client.end() };
  }
  const file = url.slice("file:".length);
  const db = openToLook(file);
  db.exec("BEGIN");
  return { store: sqliteSource(db), tables: tablesOf(db), isServed: isServed(file), close: async () => db.close() };
}

/** Brings a database that may be new to this release, and opens it to fill it in one transaction. */
export function openTarget(url: string): Promise<OpenTarget> {
  return url.startsWith("file:") ? openSqliteTarget(url, url.slice("file:".length)) : openPostgresTarget(url);
}

async function openSqliteTarget(url: string, file: string): Promise<OpenTarget> {
  const folder = dirname(file);
  inWritable(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  if (isServed(file)) throw new CommandRefused(`${file} is in use: stop its server first`);
  const former = process.umask(0o077);
  await migrate(url).finally(() => process.umask(former));
  const db = new Driver(file, { fileMustExist: true });
  db.exec("BEGIN IMMEDIATE");
  return {
    store: sqliteTarget(db),
    tables: tablesOf(db),
    countLearners: async () => db.prepare<[], number>(`SELECT count(*) FROM "Learner"`).pluck().get() ?? 0,
    async commit() {
      db.exec("COMMIT");
      db.pragma("wal_checkpoint(TRUNCATE)");
      forgetHoldings(file);
    },
    close: async () => db.close(),
  };
}

async function openPostgresTarget(url: string): Promise<OpenTarget> {
  const client = await connect(url);
  if (await isInUse(client)) {
    await client.end();
    throw new CommandRefused("The new database is in use: stop its servers, and close other connections to it, first");
  }
  await migrate(url);
  await client.query("BEGIN");
  return {
    store: postgresTarget(client),
    tables: null,
    async countLearners() {
      const { rows } = await client.query<{ count: string }>(`SELECT count(*) AS count FROM "Learner"`);
      return Number(rows[0]?.count);
    },
    async commit() {
      await client.query("COMMIT");
    },
    close: () => client.end(),
  };
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis });
  await client.connect();
  return client;
}

/** Whether others are connected to the database. A connection that was just closed may still be there for a moment. */
async function isInUse(client: Client): Promise<boolean> {
  const others = "datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
  for (const pauseMs of [50, 200, 1_000, 0]) {
    const { rowCount } = await client.query(`SELECT 1 FROM pg_stat_activity WHERE ${others}`);
    if (rowCount === 0) return false;
    await sleep(pauseMs);
  }
  return true;
}
