import { isIP } from "node:net";

/**
 * The host that this installation's passkeys belong to: that of BASE_URL, or `localhost` without it. Null where
 * browsers create none: at a numeric address, and over HTTP at any host except `localhost`.
 */
export function passkeyHost(baseUrl: string | undefined): string | null {
  if (baseUrl === undefined) return "localhost";
  const { protocol, hostname } = new URL(baseUrl);
  if (hostname === "localhost" || hostname.endsWith(".localhost")) return hostname;
  return protocol === "https:" && isIP(hostname) === 0 && !hostname.startsWith("[") ? hostname : null;
}
