import { createHmac, timingSafeEqual } from "node:crypto";

/** The value of a guest's cookie: the learner's id and a signature, so that nobody can claim another's attempts. */
export function signGuest(learnerId: string, secret: string): string {
  return `${learnerId}.${signature(learnerId, secret)}`;
}

/** The learner id in a cookie that `signGuest` created with the same secret; null for anything else. */
export function verifyGuest(token: string | undefined, secret: string): string | null {
  const [learnerId, given] = token?.split(".") ?? [];
  if (!learnerId || !given) return null;
  const expected = Buffer.from(signature(learnerId, secret));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected) ? learnerId : null;
}

function signature(learnerId: string, secret: string): string {
  return createHmac("sha256", secret).update(`guest:${learnerId}`).digest("base64url");
}
