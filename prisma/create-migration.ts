/**
 * Writes the SQL that takes the last migration's schema to today's, for both databases. For developers of Mockdown:
 *
 *     npx tsx prisma/create-migration.ts <name_in_snake_case>
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { DiffTarget } from "@prisma/schema-engine-wasm";
import { toPostgres } from "../lib/cli/generate.mjs";
import { withSchemaEngine } from "../lib/db/schema-engine.ts";
import { startPostgres } from "../tests/support/postgres.ts";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name))
  throw new Error("usage: npx tsx prisma/create-migration.ts <name_in_snake_case>");

const schema = await readFile("prisma/schema.prisma", "utf8");
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
// The engine reads the server's version before it compares two texts.
const postgres = await startPostgres();
try {
  await create("sqlite", new PrismaBetterSqlite3({ url: ":memory:" }), schema);
  await create("postgresql", new PrismaPg({ connectionString: postgres.address("postgres") }), toPostgres(schema));
} finally {
  await postgres.stop();
}

async function create(provider: string, factory: SqlMigrationAwareDriverAdapterFactory, to: string): Promise<void> {
  const folder = `prisma/migrations/${provider}`;
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { withFileTypes: true });
  const last = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .pop();
  const from = last
    ? datamodel(await readFile(`${folder}/${last}/schema.prisma`, "utf8"))
    : ({ tag: "empty" } as const);
  const target = `${folder}/${stamp}_${name}`;
  await mkdir(target);
  await writeFile(`${target}/migration.sql`, await diff(factory, from, to));
  await writeFile(`${target}/schema.prisma`, to);
  await writeFile(`${folder}/migration_lock.toml`, `provider = "${provider}"\n`);
  process.stdout.write(`${target}/migration.sql\n`);
}

async function diff(factory: SqlMigrationAwareDriverAdapterFactory, from: DiffTarget, to: string): Promise<string> {
  const filters = { externalTables: [], externalEnums: [] };
  const result = await withSchemaEngine(
    factory,
    (engine) => engine.diff({ from, to: datamodel(to), script: true, exitCode: false, filters }),
    { datamodels: [["schema.prisma", to]] },
  );
  return (result.stdout ?? "").trimEnd().concat("\n");
}

function datamodel(content: string): DiffTarget {
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
}
