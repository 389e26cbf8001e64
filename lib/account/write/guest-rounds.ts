import { clearSessions } from "#lib/auth/write/clear-sessions";
import { database } from "#lib/db/current";
import { log } from "#lib/log/log";
import { clearGuests } from "./clear-guests.ts";

const everyMs = 10 * 60 * 1000;

/** Periodically removes abandoned guests and ended sessions, while `mayDecide` says that the clock is trusted. */
export function startClearingGuests(mayDecide: () => boolean): void {
  const timer = setInterval(async () => {
    if (!mayDecide()) return;
    try {
      const guests = await clearGuests(database(), new Date());
      if (guests > 0) log("info", "abandoned-guests-cleared", { guests });
      const sessions = await clearSessions(database(), new Date());
      if (sessions > 0) log("info", "ended-sessions-cleared", { sessions });
    } catch (error) {
      // The next round tries again.
      log("error", "abandoned-guests-not-cleared", {}, error);
    }
  }, everyMs);
  timer.unref();
}
