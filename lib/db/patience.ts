import { AsyncLocalStorage } from "node:async_hooks";

/** How long a request waits for its turn to write, in milliseconds from its arrival. */
export const patienceMs = 7_000;

/** The minimum for a write, even if its request has already taken long, for example to arrive over a slow line. */
const leastMs = 1_000;

// The bundler gives routes and instrumentation separate copies of a module, but they share a request.
const shared = globalThis as typeof globalThis & { mockdownPatience?: AsyncLocalStorage<number> };
shared.mockdownPatience ??= new AsyncLocalStorage();
const ends = shared.mockdownPatience;

/** Limits the time that all writes within `work` may wait together to `ms` from now. */
export function withPatience<T>(ms: number, work: () => Promise<T>): Promise<T> {
  return ends.run(performance.now() + ms, work);
}

/** How long a write that starts to wait now may wait, as a time of `performance.now()`. */
export function giveUpAt(): number {
  const now = performance.now();
  return Math.max(ends.getStore() ?? now + patienceMs, now + leastMs);
}
