import { cookieName } from "#lib/auth/are-cookies-secure";

/** Settings are a device's, with or without an account: they are kept in a cookie. */
export function settingsCookie(): string {
  return cookieName("mockdown.settings");
}
