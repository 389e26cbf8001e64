import { existsSync } from "node:fs";
import { copyFile, mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { type Database, openDatabase } from "#lib/db/database";
import { postgresTemplate } from "./databases-setup.ts";

export interface TestDatabase {
  readonly kind: "SQLite" | "PostgreSQL";
  /** Filled before the first test of the block. */
  db: Database;
  url: string;
}

/** Runs a block of tests twice: on a SQLite file and on a PostgreSQL database, each migrated, empty and separate. */
export function onEachDatabase(title: string, tests: (database: TestDatabase) => void): void {
  for (const [name, create] of [
    ["SQLite", createSqlite],
    ["PostgreSQL", createPostgres],
  ] as const) {
    describe(`${title} on ${name}`, () => {
      const database = { kind: name } as TestDatabase;
      let remove: () => Promise<void>;
      beforeAll(async () => {
        const created = await create();
        remove = created.remove;
        database.url = created.url;
        database.db = openDatabase(created.url);
      });
      afterAll(async () => {
        await database.db.close();
        await remove();
      });
      tests(database);
    });
  }
}

const memoryDisk = "/dev/shm";
const roomyBytes = 2 ** 30;

/**
 * For files that need not outlive the machine: in memory if there is plenty, because otherwise every write waits for
 * the disk.
 */
async function quickFolder(): Promise<string> {
  const isThere = process.platform === "linux" && existsSync(memoryDisk);
  const disk = isThere ? await statfs(memoryDisk) : { bavail: 0, bsize: 0 };
  return disk.bavail * disk.bsize > roomyBytes ? memoryDisk : tmpdir();
}

async function createSqlite() {
  const folder = await mkdtemp(join(await quickFolder(), "mockdown-db-"));
  await copyFile(inject("sqliteTemplate"), join(folder, "test.db"));
  return { url: `file:${join(folder, "test.db")}`, remove: () => rm(folder, { recursive: true }) };
}

let made = 0;

async function createPostgres() {
  const address = inject("postgresAddress");
  const name = `test_${process.pid}_${++made}`;
  const run = async (sql: string) => {
    const client = new Client({ connectionString: address });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name} TEMPLATE ${postgresTemplate}`);
  return {
    url: address.replace(/postgres$/, name),
    remove: () => run(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
