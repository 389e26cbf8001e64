import { adapterFor } from "./adapter.ts";

/** Runs one statement without values and gives its rows. */
export type Ask = (sql: string) => Promise<readonly (readonly unknown[])[]>;

/**
 * Lets `use` ask the database at `url` over a connection of the driver's own. For a start that finds nothing to do:
 * loading the clients and their query compiler takes longer than all it asks.
 */
export async function lookInto<T>(url: string, use: (ask: Ask) => Promise<T>): Promise<T> {
  const adapter = await adapterFor(url).connect();
  try {
    return await use(async (sql) => (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows);
  } finally {
    await adapter.dispose();
  }
}
