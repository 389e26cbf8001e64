import { database } from "#lib/db/current";
import { log } from "#lib/log/log";
import { eraseDeleted } from "./erase-deleted.ts";

const everyMs = 15_000;

/** Periodically removes the texts of deleted comments, while `mayDecide` says that the clock is trusted. */
export function startErasing(mayDecide: () => boolean): void {
  const timer = setInterval(() => {
    if (mayDecide()) void round();
  }, everyMs);
  timer.unref();
}

async function round(): Promise<void> {
  try {
    await eraseDeleted({ db: database(), now: new Date() });
  } catch (error) {
    // The next round tries again; a database that stays unreachable shows in /api/health.
    log("error", "deleted-comments-not-erased", {}, error);
  }
}
