import { createHash, timingSafeEqual } from "node:crypto";

/** Whether an `Authorization` header bears the token. Hashes of equal length are compared, in constant time. */
export function bearsToken(header: string | null, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1] ?? "";
  return timingSafeEqual(hash(given), hash(token));
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
