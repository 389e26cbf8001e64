import { environment } from "#lib/env/current";

/**
 * Whether cookies are only for HTTPS. Browsers drop such a cookie on any other address, so nobody could sign in at
 * `http://192.168.0.5:3000`. So they are secure only if BASE_URL says HTTPS.
 */
export function areCookiesSecure(): boolean {
  return environment().BASE_URL?.startsWith("https:") ?? false;
}

/** The name of a cookie over HTTPS. Browsers let only this host set a cookie with this prefix. */
export function guardedName(plain: string): string {
  return `__Host-${plain}`;
}

/** The name that a cookie of this installation has. */
export function cookieName(plain: string): string {
  return areCookiesSecure() ? guardedName(plain) : plain;
}

/** What every cookie of this installation is set with. */
export function cookieAttributes() {
  return { httpOnly: true, sameSite: "lax", secure: areCookiesSecure(), path: "/" } as const;
}
