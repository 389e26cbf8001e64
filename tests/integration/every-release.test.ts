import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import Driver from "better-sqlite3";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { migrate } from "#lib/db/migrate";
import { copyTables } from "../../lib/cli/move/copy-tables.ts";
import { postgresSource, postgresTarget } from "../../lib/cli/move/postgres-store.ts";
import { sqliteSource } from "../../lib/cli/move/sqlite-store.ts";
import { tablesOf } from "../../lib/cli/move/sqlite-tables.ts";
import type { Source } from "../../lib/cli/move/store.ts";
import type { Table } from "../../lib/cli/move/table.ts";
import { fillEveryTable } from "../support/fill-every-table.ts";
import { inRun } from "../support/run-length.ts";

const rowsEach = 4;
const migrations = (await readdir("prisma/migrations/sqlite")).filter((name) => /^\d/.test(name)).sort();
/** Every schema that somebody may upgrade from, oldest first. The short run takes the one that has the longest way to go. */
const schemas = inRun(migrations.slice(0, 1), migrations);
/** Tables that a later release no longer has, and whose rows nobody misses: tries of the last minutes. */
const dropped = ["RateLimit"];

describe("an upgrade of a database with rows in every table", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mockdown-releases-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The migrations up to and with `last`, as a release had them. */
  async function migrationsUpTo(last: string): Promise<string> {
    const place = join(folder, last);
    for (const provider of ["sqlite", "postgresql"])
      for (const name of [...migrations.slice(0, migrations.indexOf(last) + 1), "migration_lock.toml"])
        await cp(join("prisma/migrations", provider, name), join(place, provider, name), { recursive: true });
    return relative(process.cwd(), place);
  }

  async function rowsOf(source: Source, table: Table): Promise<readonly string[]> {
    const rows: string[] = [];
    for await (const batch of source.read(table)) for (const row of batch) rows.push(JSON.stringify(row));
    // A migration notes there, by the clock, that it gave an earlier release what it needs.
    const noted = table.name === "SetUpStep" ? rows.filter((row) => row.includes("SetUpStep.name")) : rows;
    return noted.sort();
  }

  it.each(schemas)("loses no row on either database, and comes to the same on both, from %s", async (last) => {
    const former = await migrationsUpTo(last);
    const file = join(folder, `${last}.db`);
    await migrate(`file:${file}`, { folder: former });
    const earlier = new Driver(file);
    fillEveryTable(earlier, rowsEach);
    const before = tablesOf(earlier);

    const name = `release_${last}`.toLowerCase();
    const postgres = inject("postgresAddress").replace(/postgres$/, name);
    await query(inject("postgresAddress"), `CREATE DATABASE "${name}"`);
    await migrate(postgres, { folder: former });
    const client = new Client({ connectionString: postgres });
    await client.connect();
    try {
      await client.query("BEGIN");
      await copyTables(sqliteSource(earlier), postgresTarget(client), before);
      await client.query("COMMIT");
      const kept: (readonly string[])[] = [];
      for (const table of before) kept.push(await rowsOf(sqliteSource(earlier), table));
      // A migration changes a table only when nobody else has the file open.
      earlier.close();
      await migrate(`file:${file}`);
      await migrate(postgres);

      const upgraded = new Driver(file, { readonly: true });
      for (const [i, table] of before.entries())
        if (!dropped.includes(table.name))
          expect(await rowsOf(sqliteSource(upgraded), table), `${table.name} as it was`).toEqual(kept[i]);
      await client.query("BEGIN");
      for (const table of tablesOf(upgraded))
        expect(await rowsOf(postgresSource(client), table), `${table.name} on PostgreSQL`).toEqual(
          await rowsOf(sqliteSource(upgraded), table),
        );
      expect(upgraded.pragma("foreign_key_check")).toEqual([]);
      upgraded.close();
    } finally {
      await client.end();
      await query(inject("postgresAddress"), `DROP DATABASE "${name}" WITH (FORCE)`);
    }
  });
});

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
