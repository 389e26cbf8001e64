import { Script } from "node:vm";

const shared = globalThis as typeof globalThis & { mockdownWork?: () => unknown };
const script = new Script("globalThis.mockdownWork()");

export type Ended<T> = { readonly ended: true; readonly value: T } | { readonly ended: false };

/**
 * Runs `work` and stops it after `limitMs` milliseconds, also in the middle of a regular expression. Whatever `work` was
 * changing when it was stopped is in an unknown state. It costs about 0.1 ms, because Node starts a thread that watches.
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

/** Processor time of this process so far, in milliseconds. On a busy machine it tells work that does not end from work that does not begin. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
