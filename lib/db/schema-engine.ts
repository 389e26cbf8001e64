import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { ConstructorOptions, SchemaEngine } from "@prisma/schema-engine-wasm";
// The package's own entry imports the .wasm file as a module, which Node 20 cannot do.
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

const require = createRequire(import.meta.url);
// The package's glue code holds one engine per process, however often this module is loaded.
const shared = globalThis as typeof globalThis & { mockdownSchemaEngine?: Promise<void> };

async function instantiate() {
  const path = require.resolve("@prisma/schema-engine-wasm").replace("schema_engine.js", "schema_engine_bg.wasm");
  const { instance: wasm } = await WebAssembly.instantiate(await readFile(path), {
    "./schema_engine_bg.js": Object.fromEntries(Object.entries(engine).map(holdingNobodyUp)),
  });
  const glue = engine as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  glue.__wbg_set_wasm(wasm.exports);
  (wasm.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start();
}

/**
 * The engine waits for PostgreSQL's migration lock with a timer of ten seconds that it never clears, so the process
 * would stay that long after its work. While it waits, the connection keeps the process alive.
 */
function holdingNobodyUp([name, imported]: [string, unknown]): [string, WebAssembly.ImportValue] {
  if (!name.startsWith("__wbg_setTimeout_")) return [name, imported as WebAssembly.ImportValue];
  return [name, (...call: Parameters<typeof setTimeout>) => setTimeout(...call).unref()];
}

/**
 * Runs `use` with Prisma's schema engine on its own connection, and frees both at once afterwards: on PostgreSQL, that
 * connection holds the migration lock as long as it is open.
 */
export async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  use: (engine: SchemaEngine) => Promise<T>,
  options: ConstructorOptions = { datamodels: undefined },
): Promise<T> {
  shared.mockdownSchemaEngine ??= instantiate();
  await shared.mockdownSchemaEngine;
  const opened: { dispose(): Promise<void> }[] = [];
  const bound = bindMigrationAwareSqlAdapterFactory(disposable(factory, opened));
  const schemaEngine = await engine.SchemaEngine.new(options, () => {}, bound);
  try {
    return await use(schemaEngine);
  } finally {
    schemaEngine.free();
    for (const adapter of opened) await adapter.dispose();
  }
}

function disposable(factory: SqlMigrationAwareDriverAdapterFactory, opened: { dispose(): Promise<void> }[]) {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect();
      runScriptsWhole(adapter);
      opened.push(adapter);
      return adapter;
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  } satisfies SqlMigrationAwareDriverAdapterFactory;
}

/**
 * If a script fails, nothing of it is kept. Without this, PostgreSQL's driver sends one statement after another, each
 * of which is committed, and SQLite's leaves the script's transaction open.
 */
function runScriptsWhole(adapter: SqlDriverAdapter): void {
  const { provider } = adapter;
  const run = adapter.executeScript.bind(adapter);
  adapter.executeScript = async (sql) => {
    if (provider === "postgres") return void (await adapter.executeRaw({ sql, args: [], argTypes: [] }));
    try {
      await run(sql);
    } catch (error) {
      // Fails if the script had no transaction, or if SQLite has already ended it, as on a full disk. The driver throws
      // at once.
      await Promise.resolve("ROLLBACK")
        .then(run)
        .catch(() => {});
      throw error;
    }
  };
}
