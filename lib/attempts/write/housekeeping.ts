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

/** Periodically submits overdue attempts that nobody came back to, except while the clock is in doubt. */
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
    // The next round tries again. The log has a separate line when saving is refused.
    signal("sweep-ended", { outcome: "failed" });
    if (isSavingRefused(error)) return;
    log("error", "overdue-attempts-not-looked-for", {}, error);
  }
}
