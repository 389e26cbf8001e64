import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The session token in a cookie that the sign-in library signed with this secret: the token, a dot, and the token's
 * HMAC-SHA-256 in base64. Null for anything else. Its test compares it with the library.
 */
export function readSessionToken(cookie: string | undefined, secret: string): string | null {
  const dot = cookie?.lastIndexOf(".") ?? -1;
  if (cookie === undefined || dot < 1) return null;
  const token = cookie.slice(0, dot);
  const expected = signatureOf(token, secret);
  const given = Buffer.from(cookie.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** The cookie from which `readSessionToken` reads this token. */
export function signSessionToken(token: string, secret: string): string {
  return `${token}.${signatureOf(token, secret).toString("base64")}`;
}

function signatureOf(token: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(token).digest();
}
