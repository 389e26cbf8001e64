import type { Environment } from "./environment.ts";

/**
 * The address of the site, for links in mails and on the terminal: BASE_URL, or the address on which it listens.
 * Without a slash at its end.
 */
export function siteUrl({
  BASE_URL,
  HOST = "localhost",
  PORT,
}: Pick<Environment, "BASE_URL" | "HOST" | "PORT">): string {
  // An address of IPv6 is in brackets.
  const host = HOST.includes(":") ? `[${HOST}]` : HOST;
  return (BASE_URL ?? `http://${host}:${PORT}`).replace(/\/$/, "");
}
