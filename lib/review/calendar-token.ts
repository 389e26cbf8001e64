import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The address of a learner's calendar: their id and a signature, since programs that fetch calendars send no cookies. `round` is what
 * the learner's settings hold; another one makes another address, and ends the one before.
 */
export function signCalendar(learnerId: string, round: string | undefined, secret: string): string {
  return `${learnerId}.${signature(learnerId, round, secret)}`;
}

/** Whose calendar a token says that it is of. Nothing is proved by it: see `isCalendarToken`. */
export function learnerOfToken(token: string): string {
  return token.split(".")[0] ?? "";
}

/** Whether `signCalendar` makes this token of these. */
export function isCalendarToken(token: string, learnerId: string, round: string | undefined, secret: string): boolean {
  const [expected, actual] = [Buffer.from(signCalendar(learnerId, round, secret)), Buffer.from(token)];
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function signature(learnerId: string, round: string | undefined, secret: string): string {
  const text = round === undefined ? `calendar:${learnerId}` : `calendar:${learnerId}:${round}`;
  return createHmac("sha256", secret).update(text).digest("base64url");
}
