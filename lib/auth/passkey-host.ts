import { isIP } from "node:net";

/**
 * The host that passkeys of this installation belong to: that of BASE_URL, `localhost` without it. Null where browsers make none: at
 * an address in numbers, and over HTTP at any host but `localhost`.
 */
export function passkeyHost(baseUrl: string | undefined): string | null {
  if (baseUrl === undefined) return "localhost";
  const { protocol, hostname } = new URL(baseUrl);
  if (hostname === "localhost" || hostname.endsWith(".localhost")) return hostname;
  return protocol === "https:" && isIP(hostname) === 0 && !hostname.startsWith("[") ? hostname : null;
}
