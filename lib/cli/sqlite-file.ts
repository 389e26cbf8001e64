import { environment } from "#lib/env/current";
import { CommandRefused } from "./end-with.ts";

/** The database file of this installation; refuses when the database is PostgreSQL, which has tools of its own. */
export function sqliteFile(tool: "pg_dump" | "pg_restore"): string {
  const { DATABASE_URL } = environment();
  if (DATABASE_URL.startsWith("file:")) return DATABASE_URL.slice("file:".length);
  throw new CommandRefused(`DATABASE_URL is PostgreSQL: use its own ${tool}, which does this while the server runs`);
}
