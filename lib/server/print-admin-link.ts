import { adminLinkPath } from "#lib/auth/read/admin-link";
import { makeAdminToken } from "#lib/auth/write/admin-link";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";
import { log } from "#lib/log/log";

/**
 * Prints a one-time link that makes an account the first administrator, while there is none. It is a plain line for the
 * person who starts the server, not an event in the log.
 */
export async function printAdminLink(): Promise<void> {
  const token = await makeAdminToken(database(), new Date());
  if (token === null) return;
  const address = new URL(adminLinkPath, siteUrl(environment()));
  address.searchParams.set("token", token);
  process.stdout.write(
    `There is no administrator yet. Sign in, then open this link. It works once, within a day:\n${address}\n`,
  );
}

/** The health check reports a database that accepts no writes: the server serves what it can. */
export function startWithAdminLink(): void {
  printAdminLink().catch((error) => log("warn", "admin-link-not-made", {}, error));
}
