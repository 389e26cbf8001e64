import { createHmac } from "node:crypto";

/**
 * The log's name for an account (by its id) or an address: 16 characters that stay the same, and that cannot be
 * reversed without the secret of the installation.
 */
export function pseudonym(kind: "account" | "address", value: string, secret: string): string {
  return createHmac("sha256", secret).update(`log:${kind}:${value.toLowerCase()}`).digest("base64url").slice(0, 16);
}
