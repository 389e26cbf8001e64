import { database } from "#lib/db/current";
import { log } from "#lib/log/log";
import { clearGuests } from "./clear-guests.ts";

const everyMs = 10 * 60 * 1000;

/** Clears abandoned guests again and again, while `mayDecide` says that the clock is believed. */
export function startClearingGuests(mayDecide: () => boolean): void {
  const timer = setInterval(async () => {
    if (!mayDecide()) return;
    try {
      const guests = await clearGuests(database(), new Date());
      if (guests > 0) log("info", "abandoned-guests-cleared", { guests });
    } catch (error) {
      // The next round tries again.
      log("error", "abandoned-guests-not-cleared", {}, error);
    }
  }, everyMs);
  timer.unref();
}
