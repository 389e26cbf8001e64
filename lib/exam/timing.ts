/** How long after a deadline answers made before it are still accepted, in milliseconds. */
export const lateSyncMs = 24 * 60 * 60 * 1000;

/** How far an answer's own time may be past the deadline: the error of the browser's estimate of the server's clock. */
const clockToleranceMs = 1_000;

/** When an attempt ends automatically; null without a time limit. */
export function deadlineOf(startedAt: Date, timeLimitMinutes: number | null): Date | null {
  return timeLimitMinutes === null ? null : new Date(startedAt.getTime() + timeLimitMinutes * 60_000);
}

/** Server clocks differ and may be adjusted: a deadline may be this much earlier and still count as open. */
const clockMarginMs = 60 * 60 * 1000;

/** An attempt whose deadline is before this moment accepts no late answers at `now`. */
export function oldestOpenDeadline(now: Date): Date {
  return new Date(now.getTime() - lateSyncMs - clockMarginMs);
}

export type Timeliness = "in-time" | "late-sync" | "too-late";

/**
 * Whether an answer made at `madeAt` (server time as the browser estimated it) and received at `now` still counts. An
 * answer cannot have been made after it was received, whatever the browser says.
 */
export function timeliness(madeAt: Date, deadlineAt: Date | null, now: Date): Timeliness {
  if (deadlineAt === null || now.getTime() < deadlineAt.getTime()) return "in-time";
  const madeInTime = madeAt.getTime() <= deadlineAt.getTime() + clockToleranceMs;
  const stillAccepted = now.getTime() <= deadlineAt.getTime() + lateSyncMs;
  return madeInTime && stillAccepted ? "late-sync" : "too-late";
}
