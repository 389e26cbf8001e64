import type { Provider } from "./provider.ts";
import { type Sql, sql } from "./sql.ts";

/**
 * Appended to a text to compare it byte by byte, as JavaScript compares ASCII, whatever language PostgreSQL is set up
 * for.
 */
export function byteOrder(provider: Provider): Sql {
  return provider === "sqlite" ? sql`COLLATE BINARY` : sql`COLLATE "C"`;
}
