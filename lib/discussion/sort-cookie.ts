import { cookieName } from "#lib/auth/are-cookies-secure";

/** The order in which this device shows threads, with or without an account. */
export function sortCookie(): string {
  return cookieName("mockdown.sort");
}
