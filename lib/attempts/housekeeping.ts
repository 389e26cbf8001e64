import { database } from "#lib/db/current";
import { log } from "#lib/log/log";
import { signal } from "#lib/metrics/signals";
import { finishOverdue } from "./finish.ts";

const everyMs = 15_000;

/** Submits, again and again, the attempts whose time is over and that nobody came back to. */
export function startHousekeeping(): void {
  const timer = setInterval(() => void sweep(), everyMs);
  timer.unref();
}

async function sweep(): Promise<void> {
  try {
    const attempts = await finishOverdue({ db: database(), now: new Date() });
    signal("sweep-ended", { outcome: "ok" });
    if (attempts > 0) log("info", "overdue-attempts-finished", { attempts });
  } catch (error) {
    // The next round tries again; a database that stays away shows in /api/health.
    signal("sweep-ended", { outcome: "failed" });
    for (const each of error instanceof AggregateError ? error.errors : [error])
      log("error", "overdue-attempts-not-finished", {}, each);
  }
}
