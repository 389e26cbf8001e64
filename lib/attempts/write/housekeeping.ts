import { database } from "#lib/db/current";
import { isSavingRefused } from "#lib/db/saving-refused";
import { log } from "#lib/log/log";
import { signal } from "#lib/metrics/signals";
import { BackOff } from "../back-off.ts";
import { mayClockDecide } from "./clock-watch.ts";
import { createCompaction } from "./compact.ts";
import { finishOverdue } from "./finish-overdue.ts";

const everyMs = 15_000;
const backOff = new BackOff();
const compact = createCompaction();

/** Submits, again and again, the attempts whose time is over and that nobody came back to; not while the clock is in doubt. */
export function startHousekeeping(): void {
  void sweep();
  const timer = setInterval(() => void sweep(), everyMs);
  timer.unref();
}

async function sweep(): Promise<void> {
  try {
    if (!(await mayClockDecide(database()))) return signal("sweep-ended", { outcome: "clock" });
    const { finished, failures } = await finishOverdue({ db: database(), now: new Date(), backOff });
    signal("sweep-ended", { outcome: failures.length === 0 ? "ok" : "failed" });
    const compacted = await compact(database(), new Date());
    if (compacted > 0) log("info", "superseded-changes-removed", { changes: compacted });
    if (finished > 0) log("info", "overdue-attempts-finished", { attempts: finished });
    for (const { attemptId, nextTryAt, error } of failures)
      log("error", "overdue-attempt-not-finished", { attempt: attemptId, nextTryAt: nextTryAt.toISOString() }, error);
  } catch (error) {
    // The next round tries again. That saving is refused has a line of its own in the log.
    signal("sweep-ended", { outcome: "failed" });
    if (isSavingRefused(error)) return;
    log("error", "overdue-attempts-not-looked-for", {}, error);
  }
}
