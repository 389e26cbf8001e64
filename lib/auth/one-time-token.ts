import { createHash, randomBytes } from "node:crypto";

/** A secret of 192 bits for a link that works once. */
export function makeToken(): string {
  return randomBytes(24).toString("base64url");
}

/** The hash of a token that the database stores, in hex. It cannot be used instead of the token. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
