import { log } from "#lib/log/log";
import { onSignal } from "#lib/metrics/signals";
import { causeSentences, type SavingCause } from "./saving-refused.ts";

const everyMs = 60_000;

/**
 * Logs one line when a cause begins, then one a minute with the number of further refusals, until a minute passes
 * without one.
 */
export function startLoggingRefusals(): void {
  const more = new Map<SavingCause, number>();
  onSignal("saving-refused", ({ cause }) => {
    const count = more.get(cause);
    more.set(cause, count === undefined ? 0 : count + 1);
    if (count === undefined) log("error", "saving-refused", { cause, meaning: causeSentences[cause] });
  });
  setInterval(() => {
    for (const [cause, count] of more) {
      // For damage, the first line says everything: nothing is saved until the server is restarted.
      if (cause === "damaged") continue;
      if (count > 0) log("error", "saving-still-refused", { cause, saves: count });
      if (count > 0) more.set(cause, 0);
      else more.delete(cause);
    }
  }, everyMs).unref();
}
