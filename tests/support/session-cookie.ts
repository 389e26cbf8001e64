import { createHmac } from "node:crypto";

/** The cookie of a session as the sign-in library signs it: the token, a dot, and its HMAC in base64. */
export function sessionCookie(token: string, secret: string): string {
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `mockdown.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
