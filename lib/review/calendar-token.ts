import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The address of a learner's calendar: their id and a signature, since programs that fetch calendars send no cookies.
 * `round` is stored in the learner's settings; another round makes another address and invalidates the one before.
 */
export function signCalendar(learnerId: string, round: string | undefined, secret: string): string {
  return `${learnerId}.${signature(learnerId, round, secret)}`;
}

/** The learner that a token claims to belong to. This proves nothing: see `isCalendarToken`. */
export function learnerOfToken(token: string): string {
  return token.split(".")[0] ?? "";
}

/** Whether `signCalendar` creates this token from these values. */
export function isCalendarToken(token: string, learnerId: string, round: string | undefined, secret: string): boolean {
  const [expected, actual] = [Buffer.from(signCalendar(learnerId, round, secret)), Buffer.from(token)];
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function signature(learnerId: string, round: string | undefined, secret: string): string {
  const text = round === undefined ? `calendar:${learnerId}` : `calendar:${learnerId}:${round}`;
  return createHmac("sha256", secret).update(text).digest("base64url");
}
