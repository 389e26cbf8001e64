import type { Database } from "#lib/db/database";
import { type ClockState, examTimeMs, isBelieved, judgeClock } from "#lib/exam/clock";
import { log } from "#lib/log/log";
import { signal } from "#lib/metrics/signals";

// The bundler gives routes and instrumentation separate copies of a module, but a process has one clock.
const shared = globalThis as typeof globalThis & { mockdownClock?: ClockState };

/** A jump before the first round counts, too. */
const first = { wallMs: Date.now(), monotonicMs: performance.now() };

/** What /api/health says about the clock of this process. */
export function clockStatus(): "ok" | "waiting" {
  return shared.mockdownClock === undefined || isBelieved(shared.mockdownClock) ? "ok" : "waiting";
}

/** The current time for everything that starts, ends or is saved in an attempt. Clock jumps do not affect it; see `examTimeMs`. */
export function examTime(): Date {
  const now = { wallMs: Date.now(), monotonicMs: performance.now() };
  return new Date(examTimeMs(shared.mockdownClock ?? null, now));
}

/**
 * Reads the clock and returns whether it may decide things that cannot be undone. Logs each jump once, and when the clock is
 * trusted again. Records a trusted time in the database, at most once a minute, for the next start.
 */
export async function mayClockDecide(db: Database): Promise<boolean> {
  const mark = await db.read.clockMark.findUnique({
    where: { id: 1 },
    select: { newestAt: true, confirmedAt: true },
  });
  const known = {
    newestMs: mark?.newestAt.getTime() ?? null,
    confirmedMs: mark?.confirmedAt?.getTime() ?? null,
  };
  if (shared.mockdownClock === undefined) keep(judgeClock(null, { ...first, ...known }));
  const wall = new Date();
  const reading = { wallMs: wall.getTime(), monotonicMs: performance.now(), ...known };
  const state = keep(judgeClock(shared.mockdownClock ?? null, reading));
  if (isBelieved(state) && Math.abs(wall.getTime() - (mark?.newestAt.getTime() ?? 0)) >= noteMs) await note(db, wall);
  return isBelieved(state);
}

const noteMs = 60_000;

function keep(state: ClockState): ClockState {
  report(shared.mockdownClock ?? null, state);
  shared.mockdownClock = state;
  return state;
}

function report(before: ClockState | null, state: ClockState): void {
  const isNowBelieved = isBelieved(state);
  signal("clock-judged", { believed: isNowBelieved, jumped: state.jumpMs !== null && before !== null });
  if (state.jumpMs !== null)
    log("warn", before === null ? "clock-far-from-last-run" : "clock-jumped", {
      seconds: Math.round(state.jumpMs / 1_000),
      waitsForMinutes: 5,
    });
  else if (isNowBelieved && before !== null && !isBelieved(before)) log("info", "clock-believed-again");
}

/** Stores the operator's confirmation. */
async function note(db: Database, newestAt: Date): Promise<void> {
  await db.write(
    (tx) => tx.$executeRaw`
    INSERT INTO "ClockMark" ("id", "newestAt") VALUES (1, ${newestAt})
    ON CONFLICT ("id") DO UPDATE SET "newestAt" = excluded."newestAt"`,
  );
}

/** An operator confirms the clock: every waiting process continues within its next round. */
export async function confirmClock(db: Database, now: Date): Promise<void> {
  await db.write(
    (tx) => tx.$executeRaw`
    INSERT INTO "ClockMark" ("id", "newestAt", "confirmedAt") VALUES (1, ${now}, ${now})
    ON CONFLICT ("id") DO UPDATE SET "newestAt" = excluded."newestAt", "confirmedAt" = excluded."confirmedAt"`,
  );
}
