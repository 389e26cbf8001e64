const secondsPerDay = 24 * 60 * 60;

/** How long a session lasts, and after how long it is renewed by being used; seconds. */
export const sessionTimes = { expiresIn: 30 * secondsPerDay, updateAge: secondsPerDay } as const;

/** How long after the sign-in a session ends, however much it was used. */
const longestMs = 90 * secondsPerDay * 1000;

/** A session that began before this moment is over. */
export function oldestSession(now: Date): Date {
  return new Date(now.getTime() - longestMs);
}
