import { database } from "#lib/db/current";
import { finishOverdue } from "./finish.ts";

const everyMs = 15_000;

/** Submits, again and again, the attempts whose time is over and that nobody came back to. */
export function startHousekeeping(): void {
  const timer = setInterval(() => void sweep(), everyMs);
  timer.unref();
}

async function sweep(): Promise<void> {
  try {
    await finishOverdue({ db: database(), now: new Date() });
  } catch (error) {
    // The next round tries again; a database that stays away shows in /api/health.
    console.error("overdue attempts could not be finished", error);
  }
}
