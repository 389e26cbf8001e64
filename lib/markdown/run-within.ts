import { existsSync, readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";
import { Script } from "node:vm";

const shared = globalThis as typeof globalThis & { mockdownWork?: () => unknown };
const script = new Script("globalThis.mockdownWork()");

export type Ended<T> = { readonly ended: true; readonly value: T } | { readonly ended: false };

/**
 * Runs `work` and stops it after `limitMs` milliseconds, even in the middle of a regular expression. Anything that
 * `work` was changing when it was stopped is in an unknown state. This costs about 0.1 ms, because Node starts a
 * watchdog thread.
 */
export function runWithin<T>(limitMs: number, work: () => T): Ended<T> {
  shared.mockdownWork = work;
  try {
    return { ended: true, value: script.runInThisContext({ timeout: limitMs }) as T };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return { ended: false };
    throw error;
  }
}

/** Where Linux keeps how long the calling thread has run; null elsewhere. */
export function ownClock(): string | null {
  const thread = "/proc/thread-self";
  return existsSync(`${thread}/schedstat`) ? `/proc/self/task/${basename(readlinkSync(thread))}/schedstat` : null;
}

/**
 * Processor time in milliseconds of the thread that `clock` belongs to, otherwise of the whole process. On a busy
 * machine, it distinguishes work that does not end from work that does not get processor time.
 */
export function processorMs(clock: string | null): number {
  if (clock !== null && existsSync(clock)) return Number(readFileSync(clock, "utf8").split(" ")[0]) / 1_000_000;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
