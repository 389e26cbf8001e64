import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase } from "#lib/db/current";
import { stopHearing } from "#lib/discussion/live/hear-other-instances";
import { environment } from "#lib/env/current";
import { log } from "#lib/log/log";
import { makeStoppable } from "./stop.ts";

/** How long the database may take to finish and close, in milliseconds; another process may hold its lock. */
const closingMs = 3_000;

/**
 * Shuts the process down cleanly on a stop signal: first the requests, then the database, and whatever `endTracing`
 * still has to send. The exit code is 0.
 */
export function endInOrder(endTracing: () => Promise<void>): void {
  const { mockdownServer: server } = globalThis as typeof globalThis & { mockdownServer?: Server };
  // Under `next dev` there is none: it serves nothing that must be kept.
  if (server === undefined) return;
  const { stop } = makeStoppable(server);
  const { STOP_TIMEOUT_SECONDS } = environment();
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    const cut = await stop(STOP_TIMEOUT_SECONDS * 1_000);
    const [isClosed] = await Promise.all([
      Promise.race([closeAll(), sleep(closingMs, false)]),
      Promise.race([endTracing(), sleep(closingMs)]),
    ]);
    log(isClosed ? "info" : "warn", "server-stopped", { connectionsCut: cut, databaseClosed: isClosed });
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => void end());
}

async function closeAll(): Promise<boolean> {
  try {
    await Promise.all([stopHearing(), closeDatabase()]);
    return true;
  } catch (error) {
    log("error", "database-not-closed", {}, error);
    return false;
  }
}
