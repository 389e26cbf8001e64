import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { MigrationDirectory, MigrationList } from "@prisma/schema-engine-wasm";
import { programFolder } from "#lib/env/program-folder";
import { adapterFor } from "./adapter.ts";
import { DatabaseTooNew } from "./database-too-new.ts";
import { type Ask, lookInto } from "./look-into.ts";
import { type Provider, providerOf } from "./provider.ts";
import { withSchemaEngine } from "./schema-engine.ts";
import { type SchemaNames, schemaNames } from "./schema-names.ts";

const filters = { externalTables: [], externalEnums: [] };

export interface MigrateOptions {
  readonly folder?: string;
  /**
   * Awaited before a database of an earlier release is changed, with the first migration that it lacks; may throw to
   * stop it.
   */
  readonly beforeUpgrade?: (migration: string) => Promise<void>;
}

/**
 * Brings the database at `url` to this release's schema and returns the names of the migrations it applied.
 * Throws `DatabaseTooNew`. Several processes may call it at once: one applies, the others wait and find nothing to do.
 */
export async function migrate(
  url: string,
  { folder = "prisma/migrations", beforeUpgrade = async () => {} }: MigrateOptions = {},
): Promise<readonly string[]> {
  const migrationsList = await readMigrations(folder, providerOf(url));
  const { applied, pending } = await compare(url, migrationsList);
  const [next] = pending;
  if (next === undefined) return [];
  if (applied.length > 0) await beforeUpgrade(next);
  return applyInTurn(url, migrationsList);
}

/** Names of the migrations that `migrate` would apply. Throws `DatabaseTooNew`. */
export async function pendingMigrations(url: string): Promise<readonly string[]> {
  return (await compare(url, await readMigrations("prisma/migrations", providerOf(url)))).pending;
}

/** Which tables and indexes a database lacks although its migrations are all applied. Empty when some are not. */
export async function missingFromSchema(url: string): Promise<SchemaNames> {
  const list = await readMigrations("prisma/migrations", providerOf(url));
  if ((await compare(url, list)).pending.length > 0) return schemaNames([]);
  const { tables, indexes } = schemaNames(list.migrationDirectories.map(scriptOf));
  const there = await lookInto(url, (ask) => ask(namesThere[providerOf(url)]));
  const names = new Set(there.map(([name]) => String(name)));
  return {
    tables: new Set([...tables].filter((name) => !names.has(name))),
    indexes: new Map([...indexes].filter(([name]) => !names.has(name))),
  };
}

const namesThere: Readonly<Record<Provider, string>> = {
  sqlite: "SELECT name FROM sqlite_master",
  postgresql:
    "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() UNION ALL SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()",
};

function scriptOf({ migrationFile: { content } }: MigrationDirectory): string {
  return content.tag === "ok" ? content.value : "";
}

async function compare(url: string, list: MigrationList) {
  const known = list.migrationDirectories.map((directory) => directory.path);
  const applied = await appliedMigrations(url);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new DatabaseTooNew(`migrations unknown to this release: ${unknown.join(", ")}`);
  return { applied, pending: known.filter((name) => !applied.includes(name)) };
}

/** Losers of PostgreSQL's advisory lock fail after ten seconds; by then the winner has usually done the work. */
async function applyInTurn(url: string, migrationsList: MigrationList): Promise<readonly string[]> {
  for (let tries = 1; ; tries++) {
    try {
      await forgetUnfinished(url);
      const result = await withSchemaEngine(adapterFor(url), (engine) =>
        engine.applyMigrations({ migrationsList, filters }),
      );
      return result.appliedMigrationNames;
    } catch (error) {
      if (tries >= 4 || !/advisory lock|locked|timed? ?out/i.test(String(error))) throw error;
      await sleep(500 * tries);
    }
  }
}

/** The engine's own lock, which it holds while it migrates PostgreSQL. On SQLite it holds the lock of the file. */
const engineLock = "pg_try_advisory_xact_lock(72707369)";

/**
 * Removes the record of a migration that began and was killed or failed: because of it, the engine would refuse all
 * others for good. A migration is one transaction that records its own end, so nothing else is left of it, and it can
 * begin again.
 */
async function forgetUnfinished(url: string): Promise<void> {
  const isFree = providerOf(url) === "sqlite" ? "1 = 1" : engineLock;
  await lookInto(url, async (ask) => {
    if (!(await isNoted(ask, url))) return;
    await ask(`DELETE FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL AND ${isFree}`);
  });
}

async function readMigrations(folder: string, provider: Provider): Promise<MigrationList> {
  const baseDir = resolve(programFolder(), folder, provider);
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const lockfile = await readFile(join(baseDir, "migration_lock.toml"), "utf8");
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(names.map((name) => readMigration(baseDir, name, provider))),
  };
}

/**
 * PostgreSQL runs a script that is sent as a whole in one transaction. SQLite changes a table by recreating it, and
 * dropping the old one would delete the rows that refer to it. Foreign keys can be switched off before a transaction,
 * but not within one.
 */
async function readMigration(baseDir: string, name: string, provider: Provider): Promise<MigrationDirectory> {
  const sql = await readFile(join(baseDir, name, "migration.sql"), "utf8");
  const noted = `UPDATE _prisma_migrations SET finished_at = started_at WHERE migration_name = '${name}' AND finished_at IS NULL;`;
  const script = `${sql}\n${noted}\n`;
  const value =
    provider === "sqlite"
      ? `PRAGMA foreign_keys = OFF;\nBEGIN IMMEDIATE;\n${script}COMMIT;\nPRAGMA foreign_keys = ON;\n`
      : script;
  return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value } } };
}

/** Names of the finished migrations in the database; none if it is new. Does not create a missing file. */
async function appliedMigrations(url: string): Promise<readonly string[]> {
  if (providerOf(url) === "sqlite" && !existsSync(url.slice("file:".length))) return [];
  return lookInto(url, async (ask) => {
    if (!(await isNoted(ask, url))) return [];
    const rows = await ask(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    return rows.map((row) => String(row[0]));
  });
}

/** Whether the database has the engine's table of migrations. */
async function isNoted(ask: Ask, url: string): Promise<boolean> {
  const tables =
    providerOf(url) === "sqlite"
      ? await ask("SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'")
      : await ask("SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = '_prisma_migrations'");
  return tables.length > 0;
}
