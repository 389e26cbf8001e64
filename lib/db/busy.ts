import { setTimeout as sleep } from "node:timers/promises";
import { signal } from "#lib/metrics/signals";
import { SavingRefused } from "./saving-refused.ts";

/**
 * Repeats `attempt`, with growing pauses, while it fails because another process holds the lock. Throws `SavingRefused`
 * if it still fails after `giveUpAt` (`performance.now()`).
 */
export async function retryWhileBusy<T>(attempt: () => Promise<T>, giveUpAt: number): Promise<T> {
  for (let pauseMs = 5; ; pauseMs = Math.min(pauseMs * 2, 200)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > giveUpAt) {
        signal("database-busy", { outcome: "given-up" });
        throw new SavingRefused("busy", { cause: error });
      }
      signal("database-busy", { outcome: "retried" });
    }
    await sleep(Math.min(pauseMs, Math.max(giveUpAt - performance.now(), 0)));
  }
}

interface DatabaseError {
  readonly code?: string;
  readonly message?: string;
  readonly cause?: { readonly kind?: string };
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: { readonly kind?: string } } };
}

/**
 * P1008: the driver waited in vain. P2028: the transaction could not be started. P2034: a conflict on PostgreSQL; in a
 * statement written by hand it is a P2010.
 */
export function isBusy(error: unknown): boolean {
  const { code, message, cause, meta } = error as DatabaseError;
  if (code === "P1008" || code === "P2034") return true;
  if (code === "P2028" && /Unable to start|Timed out/i.test(message ?? "")) return true;
  if (meta?.driverAdapterError?.cause?.kind === "TransactionWriteConflict") return true;
  return cause?.kind === "SocketTimeout" || /SQLITE_BUSY|database is locked/.test(message ?? "");
}
