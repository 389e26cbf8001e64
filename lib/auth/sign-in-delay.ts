import { limits } from "#lib/limits/limits";

const firstMs = 250;
const longestMs = 8_000;

/**
 * How long the `tries`-th try at one account waits: not at all up to the limit, then twice as long each time, at most 8
 * s.
 */
export function signInDelayMs(tries: number): number {
  const over = tries - limits["sign-in-at-account"].times;
  return over <= 0 ? 0 : Math.min(longestMs, firstMs * 2 ** (over - 1));
}
