import { createHash, randomBytes } from "node:crypto";

/** A secret of 192 bits for a link that works once. */
export function makeToken(): string {
  return randomBytes(24).toString("base64url");
}

/** What the database keeps of a token, in hex: whoever reads it there cannot use it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
