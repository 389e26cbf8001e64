import { adapterFor } from "./adapter.ts";

/** Runs one statement without values and returns its rows. */
export type Ask = (sql: string) => Promise<readonly (readonly unknown[])[]>;

/**
 * Lets `use` query the database at `url` over the driver's own connection. For a start that finds nothing to do:
 * loading the clients and their query compiler takes longer than all its queries.
 */
export async function lookInto<T>(url: string, use: (ask: Ask) => Promise<T>): Promise<T> {
  const adapter = await adapterFor(url).connect();
  try {
    return await use(async (sql) => (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows);
  } finally {
    await adapter.dispose();
  }
}
