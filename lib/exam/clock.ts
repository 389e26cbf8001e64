/** A jump of more than this is no drift and no correction of a running clock. */
export const largestDriftMs = 60_000;
/** How long a clock must stand steady after a jump before it is believed. */
export const steadyMs = 5 * 60_000;
/** A start this far from the newest time in the database is treated like a jump: a clock is often set after a start. */
export const largestGapMs = 60 * 60_000;

/** What is known at one moment. All in milliseconds. */
export interface ClockReading {
  /** The time of day, as this machine has it. */
  readonly wallMs: number;
  /** Time since the process began, by a clock that nobody can set. */
  readonly monotonicMs: number;
  /** The newest time that this installation has noted; null when it has noted none. */
  readonly newestMs: number | null;
  /** When an operator last said that the clock is right; null for never. */
  readonly confirmedMs: number | null;
}

export interface ClockState {
  readonly last: ClockReading;
  /** Since when, on the monotonic clock, the wall clock has to prove itself; null while it is believed. */
  readonly waitsSinceMs: number | null;
  /** How far it is off, forward positive, as this reading found; null when it found no jump. */
  readonly jumpMs: number | null;
  /** The last reading that was believed; null when none was since the start. */
  readonly believed: Pick<ClockReading, "wallMs" | "monotonicMs"> | null;
}

/**
 * Whether the wall clock may decide what cannot be undone. `before` is null at the first reading since a start. A clock that
 * jumps is not believed until it has stood steady for five minutes, or until an operator has confirmed it since. A machine
 * that slept looks the same.
 */
export function judgeClock(before: ClockState | null, reading: ClockReading): ClockState {
  const jumpMs = before === null ? gapAtStart(reading) : jumpSince(before.last, reading);
  const believed = before?.believed ?? null;
  if (jumpMs !== null) return { last: reading, waitsSinceMs: reading.monotonicMs, jumpMs, believed };
  const waitsSinceMs = before?.waitsSinceMs ?? null;
  const isConfirmed = before !== null && reading.confirmedMs !== before.last.confirmedMs;
  const isSteady = waitsSinceMs !== null && reading.monotonicMs - waitsSinceMs >= steadyMs;
  const waits = isConfirmed || isSteady ? null : waitsSinceMs;
  return { last: reading, waitsSinceMs: waits, jumpMs: null, believed: waits === null ? reading : believed };
}

/**
 * The time by which an exam goes on, in milliseconds: the wall clock, or, while that has jumped and is not believed, the
 * last believed time and what has passed since by the monotonic clock.
 */
export function examTimeMs(state: ClockState | null, now: Pick<ClockReading, "wallMs" | "monotonicMs">): number {
  if (state === null || state.believed === null) return now.wallMs;
  const expectedMs = state.believed.wallMs + now.monotonicMs - state.believed.monotonicMs;
  return Math.abs(now.wallMs - expectedMs) > largestDriftMs ? expectedMs : now.wallMs;
}

/** Whether what cannot be undone may be done. */
export function isBelieved(state: ClockState): boolean {
  return state.waitsSinceMs === null;
}

function jumpSince(last: ClockReading, now: ClockReading): number | null {
  const jump = now.wallMs - last.wallMs - (now.monotonicMs - last.monotonicMs);
  return Math.abs(jump) > largestDriftMs ? jump : null;
}

function gapAtStart({ wallMs, newestMs }: ClockReading): number | null {
  if (newestMs === null) return null;
  const gap = wallMs - newestMs;
  return gap > largestGapMs || gap < -largestDriftMs ? gap : null;
}
