import { environment } from "#lib/env/current";
import { providerOf } from "./provider.ts";
import { holdServerLock } from "./server-lock.ts";

/** The message of a second server. */
export function alreadyServed(file: string): string {
  return `Another Mockdown server uses the database ${file}: stop it first, or give this one a DATABASE_URL of its own.`;
}

/** Ends the process with a message if another server uses this SQLite database. PostgreSQL can serve many. */
export function beTheServer(): void {
  const { DATABASE_URL } = environment();
  if (providerOf(DATABASE_URL) !== "sqlite") return;
  const file = DATABASE_URL.slice("file:".length);
  if (holdServerLock(file)) return;
  process.stderr.write(`${alreadyServed(file)}\n`);
  process.exit(1);
}
