/** How long after a deadline answers that were made before it are still accepted, in milliseconds. */
export const lateSyncMs = 24 * 60 * 60 * 1000;

/** How far an answer's own time may lie past the deadline: the error of the browser's estimate of the server's clock. */
const clockToleranceMs = 1_000;

/** The moment an attempt ends by itself; null without a time limit. */
export function deadlineOf(startedAt: Date, timeLimitMinutes: number | null): Date | null {
  return timeLimitMinutes === null ? null : new Date(startedAt.getTime() + timeLimitMinutes * 60_000);
}

/** Clocks of servers differ, and may be set: so much earlier a deadline is still taken for one that may be. */
const clockMarginMs = 60 * 60 * 1000;

/** An attempt whose deadline is before this moment takes no late answer at `now`. */
export function oldestOpenDeadline(now: Date): Date {
  return new Date(now.getTime() - lateSyncMs - clockMarginMs);
}

export type Timeliness = "in-time" | "late-sync" | "too-late";

/**
 * Whether an answer made at `madeAt` (server time as the browser estimated it) and received at `now` still counts. An
 * answer cannot have been made after it was received, whatever its browser says.
 */
export function timeliness(madeAt: Date, deadlineAt: Date | null, now: Date): Timeliness {
  if (deadlineAt === null || now.getTime() < deadlineAt.getTime()) return "in-time";
  const madeInTime = madeAt.getTime() <= deadlineAt.getTime() + clockToleranceMs;
  const stillAccepted = now.getTime() <= deadlineAt.getTime() + lateSyncMs;
  return madeInTime && stillAccepted ? "late-sync" : "too-late";
}
