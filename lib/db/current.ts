import { environment } from "#lib/env/current";
import { type Database, openDatabase } from "./database.ts";

// The bundler gives routes and instrumentation separate copies of a module, and two writers in one process would wait
// for each other.
const shared = globalThis as typeof globalThis & { mockdownDatabase?: Database };

/** Finishes pending writes and closes the database of this process, if it was opened. */
export async function closeDatabase(): Promise<void> {
  await shared.mockdownDatabase?.close();
}

/** The database of this process, opened at its first use. */
export function database(): Database {
  shared.mockdownDatabase ??= openDatabase(environment().DATABASE_URL);
  return shared.mockdownDatabase;
}
