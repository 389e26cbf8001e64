import { environment } from "#lib/env/current";

/**
 * Whether cookies are for HTTPS alone. Browsers drop such a cookie on any other address, so that nobody could sign in at
 * `http://192.168.0.5:3000`: they are where BASE_URL says HTTPS, and nowhere else.
 */
export function areCookiesSecure(): boolean {
  return environment().BASE_URL?.startsWith("https:") ?? false;
}
