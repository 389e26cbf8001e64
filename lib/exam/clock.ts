/** A larger jump is neither drift nor a routine correction of a running clock. */
export const largestDriftMs = 60_000;
/** How long a clock must run steadily after a jump before it is trusted. */
export const steadyMs = 5 * 60_000;
/** A start this far from the newest time in the database counts as a jump: clocks are often corrected after a start. */
export const largestGapMs = 60 * 60_000;

/** What is known at one moment. All in milliseconds. */
export interface ClockReading {
  /** The time of day, as this machine has it. */
  readonly wallMs: number;
  /** Time since the process began, by a clock that nobody can set. */
  readonly monotonicMs: number;
  /** The newest time that this installation has recorded; null when there is none. */
  readonly newestMs: number | null;
  /** When an operator last confirmed the clock; null for never. */
  readonly confirmedMs: number | null;
}

export interface ClockState {
  readonly last: ClockReading;
  /** Since when, on the monotonic clock, the wall clock has been in doubt; null while it is trusted. */
  readonly waitsSinceMs: number | null;
  /** How far this reading found the clock to be off, forward positive; null when it found no jump. */
  readonly jumpMs: number | null;
  /** The last trusted reading; null when there was none since the start. */
  readonly believed: Pick<ClockReading, "wallMs" | "monotonicMs"> | null;
}

/**
 * Whether the wall clock may decide things that cannot be undone. `before` is null at the first reading since a start. After a
 * jump, a clock is not trusted until it has run steadily for five minutes, or until an operator has confirmed it. A machine
 * that was asleep looks the same.
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
 * The time that exams go by, in milliseconds: the wall clock or, while it is in doubt after a jump, the last trusted time
 * plus what has passed since on the monotonic clock.
 */
export function examTimeMs(state: ClockState | null, now: Pick<ClockReading, "wallMs" | "monotonicMs">): number {
  if (state === null || state.believed === null) return now.wallMs;
  const expectedMs = state.believed.wallMs + now.monotonicMs - state.believed.monotonicMs;
  return Math.abs(now.wallMs - expectedMs) > largestDriftMs ? expectedMs : now.wallMs;
}

/** Whether things that cannot be undone may be done. */
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
