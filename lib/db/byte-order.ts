import type { Provider } from "./provider.ts";
import { type Sql, sql } from "./sql.ts";

/** Put after a text to compare it byte by byte, as script compares ASCII, whatever language PostgreSQL was set up for. */
export function byteOrder(provider: Provider): Sql {
  return provider === "sqlite" ? sql`COLLATE BINARY` : sql`COLLATE "C"`;
}
