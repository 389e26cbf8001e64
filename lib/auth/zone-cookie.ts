import { areCookiesSecure, cookieName } from "./are-cookies-secure.ts";

/** The name of the cookie in which the script of `components/time-zone.tsx` reports the device's time zone. */
export function zoneCookie(): string {
  return cookieName("mockdown.zone");
}

/** What the script sets it with: it is ours, so it cannot be one that scripts do not see. */
export function zoneAttributes(): string {
  return `path=/;max-age=${400 * 24 * 60 * 60};samesite=lax${areCookiesSecure() ? ";secure" : ""}`;
}
