import { AsyncLocalStorage } from "node:async_hooks";

/** How long a request waits for its turn to write, in milliseconds from its arrival. */
export const patienceMs = 7_000;

/** What a write gets even when its request has taken long before it, for example to arrive over a slow line. */
const leastMs = 1_000;

// The bundler gives routes and instrumentation modules of their own; a request is the same to all of them.
const shared = globalThis as typeof globalThis & { mockdownPatience?: AsyncLocalStorage<number> };
shared.mockdownPatience ??= new AsyncLocalStorage();
const ends = shared.mockdownPatience;

/** Lets all writes within `work` wait together no longer than `ms` from now. */
export function withPatience<T>(ms: number, work: () => Promise<T>): Promise<T> {
  return ends.run(performance.now() + ms, work);
}

/** Until when, by `performance.now()`, a write that begins to wait now may wait. */
export function giveUpAt(): number {
  const now = performance.now();
  return Math.max(ends.getStore() ?? now + patienceMs, now + leastMs);
}
