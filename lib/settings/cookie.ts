import { cookieName } from "#lib/auth/are-cookies-secure";

/** Settings belong to a device, with or without an account: they are stored in a cookie. */
export function settingsCookie(): string {
  return cookieName("mockdown.settings");
}
