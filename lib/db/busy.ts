import { setTimeout as sleep } from "node:timers/promises";
import { signal } from "#lib/metrics/signals";

/** How long a write waits for another process's lock before it gives up, in milliseconds. */
const patienceMs = 20_000;

/** Another process has held the write lock for longer than we wait. Nothing was written; trying again is safe. */
export class DatabaseBusy extends Error {
  override name = "DatabaseBusy";
}

/** Runs `attempt` again, after growing pauses, for as long as it fails because another process holds the lock. */
export async function retryWhileBusy<T>(attempt: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (let pauseMs = 5; ; pauseMs = Math.min(pauseMs * 2, 200)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > giveUpAt) {
        signal("database-busy", { outcome: "given-up" });
        throw new DatabaseBusy("another process has locked the database", { cause: error });
      }
      signal("database-busy", { outcome: "retried" });
    }
    await sleep(pauseMs);
  }
}

interface DatabaseError {
  readonly code?: string;
  readonly message?: string;
  readonly cause?: { readonly kind?: string };
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: { readonly kind?: string } } };
}

/**
 * P1008: the driver waited in vain. P2028: the transaction could not be started. P2034: a conflict, PostgreSQL's; of a
 * statement by hand it is a P2010, like all that can befall one.
 */
function isBusy(error: unknown): boolean {
  const { code, message, cause, meta } = error as DatabaseError;
  if (code === "P1008" || code === "P2034") return true;
  if (code === "P2028" && /Unable to start|Timed out/i.test(message ?? "")) return true;
  if (meta?.driverAdapterError?.cause?.kind === "TransactionWriteConflict") return true;
  return cause?.kind === "SocketTimeout" || /SQLITE_BUSY|database is locked/.test(message ?? "");
}
