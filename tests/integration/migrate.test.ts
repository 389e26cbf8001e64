import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { lookInto } from "#lib/db/look-into";
import { migrate } from "#lib/db/migrate";

let folder: string;
let made = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mockdown-migrate-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A database without a table. PostgreSQL's ends with its server. */
async function createDatabase(provider: string): Promise<string> {
  const name = `empty_${process.pid}_${++made}`;
  if (provider === "sqlite") return `file:${join(folder, `${name}.db`)}`;
  const server = new Client({ connectionString: inject("postgresAddress") });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`).finally(() => server.end());
  return inject("postgresAddress").replace(/postgres$/, name);
}

it("leaves no timer behind that would keep the process after a migration of PostgreSQL", async () => {
  const url = await createDatabase("postgresql");
  const before = timers();
  expect(await migrate(url)).not.toEqual([]);
  expect(timers()).toBeLessThanOrEqual(before);
});

it("migrates after its module was loaded again, which shares the engine with the one before", async () => {
  expect(await migrate(await createDatabase("sqlite"))).not.toEqual([]);
  vi.resetModules();
  const { migrate: again } = await import("#lib/db/migrate");
  expect(await again(await createDatabase("sqlite"))).not.toEqual([]);
});

async function writeMigration(provider: string, name: string, sql: string): Promise<void> {
  const place = join(folder, provider, name);
  await mkdir(place, { recursive: true });
  await writeFile(join(place, "migration.sql"), sql);
  await writeFile(join(folder, provider, "migration_lock.toml"), `provider = "${provider}"\n`);
}

/** How many timers the process would wait for. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
}

it("keeps what refers to a table of SQLite that is made again", async () => {
  const url = await createDatabase("sqlite");
  const rows = "CREATE TABLE child (x INTEGER REFERENCES parent (x) ON DELETE CASCADE); INSERT INTO child VALUES (1);";
  await writeMigration(
    "sqlite",
    "1_tables",
    `CREATE TABLE parent (x INTEGER PRIMARY KEY); INSERT INTO parent VALUES (1); ${rows}`,
  );
  const anew = "CREATE TABLE next (x INTEGER PRIMARY KEY, y INTEGER); INSERT INTO next (x) SELECT x FROM parent;";
  await writeMigration("sqlite", "2_anew", `${anew} DROP TABLE parent; ALTER TABLE next RENAME TO parent;`);
  await migrate(url, { folder: relative(process.cwd(), folder) });
  await expect(lookInto(url, (ask) => ask("SELECT x FROM child"))).resolves.toEqual([[1]]);
  await rm(join(folder, "sqlite"), { recursive: true });
});

describe.each(["sqlite", "postgresql"])("a migration of %s that does not come to its end", (provider) => {
  let url: string;
  beforeAll(async () => {
    url = await createDatabase(provider);
    await write("1_first", "CREATE TABLE one (x INTEGER); INSERT INTO one VALUES (1);");
  });

  const run = () => migrate(url, { folder: relative(process.cwd(), folder) });
  const write = (name: string, sql: string) => writeMigration(provider, name, sql);

  it("leaves nothing behind when it fails, and starts again once it is mended", async () => {
    await write("2_second", "CREATE TABLE two (x INTEGER); INSERT INTO nowhere VALUES (1);");
    await expect(run()).rejects.toThrow(/nowhere/);
    await expect(lookInto(url, (ask) => ask("SELECT x FROM one"))).resolves.toEqual([[1]]);
    await expect(lookInto(url, (ask) => ask("SELECT x FROM two"))).rejects.toThrow("TableDoesNotExist");
    await expect(run(), "says again what is wrong").rejects.toThrow(/nowhere/);
    await write("2_second", "CREATE TABLE two (x INTEGER);");
    expect(await run()).toEqual(["2_second"]);
  });

  it("starts again when it was killed after its first note", async () => {
    await lookInto(url, (ask) =>
      ask(`INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
        VALUES ('killed', '', '3_third', '2026-11-25 12:00:00', 0)`),
    );
    await write("3_third", "CREATE TABLE three (x INTEGER);");
    expect(await run()).toEqual(["3_third"]);
    expect(await run()).toEqual([]);
  });
});
