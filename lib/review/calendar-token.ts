import { createHmac, timingSafeEqual } from "node:crypto";

/** The address of a learner's calendar: their id and a signature, since programs that fetch calendars send no cookies. */
export function signCalendar(learnerId: string, secret: string): string {
  return `${learnerId}.${signature(learnerId, secret)}`;
}

/** The learner of a token that `signCalendar` made with the same secret; null for anything else. */
export function readCalendarToken(token: string, secret: string): string | null {
  const [learnerId, given] = token.split(".");
  if (!learnerId || !given) return null;
  const [expected, actual] = [Buffer.from(signature(learnerId, secret)), Buffer.from(given)];
  return actual.length === expected.length && timingSafeEqual(actual, expected) ? learnerId : null;
}

function signature(learnerId: string, secret: string): string {
  return createHmac("sha256", secret).update(`calendar:${learnerId}`).digest("base64url");
}
