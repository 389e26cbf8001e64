import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The session token in a cookie that the sign-in library signed with this secret: the token, a dot, and the token's
 * HMAC-SHA-256 in base64. Null for anything else. `tests/integration/sessions.test.ts` holds it against the library.
 */
export function readSessionToken(cookie: string | undefined, secret: string): string | null {
  const dot = cookie?.lastIndexOf(".") ?? -1;
  if (cookie === undefined || dot < 1) return null;
  const token = cookie.slice(0, dot);
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(cookie.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
