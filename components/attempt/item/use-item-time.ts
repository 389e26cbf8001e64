import { useEffect, useRef } from "react";
import type { Sync } from "../sync/sync.ts";

/** So long before the end what was counted is kept: what is made after it no longer counts. */
const beforeEndMs = 3_000;
/** Less than this is passing by. */
const worthKeepingMs = 1_000;
/** What the server takes, three weeks: a page that is left open must not cost the answer made on it. */
const mostMs = 2_000_000_000;

/**
 * A page that is reloaded or closed has no time left to write to the device's outbox, or to be read from it in time: this is written
 * and read at once. It holds one item, the one that was looked at last on this device. A browser that stores nothing forgets the seconds.
 */
function lastTime(sync: Sync, position: number, ms?: number): number {
  const [place, item] = ["mockdown-time", `${sync.attemptId}/${position}`];
  try {
    if (ms !== undefined) localStorage.setItem(place, `${item} ${ms}`);
    const [name, kept] = (localStorage.getItem(place) ?? "").split(" ");
    return name === item ? Number(kept) : 0;
  } catch {
    return 0;
  }
}

/** Counts the time that an item is looked at: not while the page is hidden, paused, or the machine asleep. */
export function useItemTime(sync: Sync, position: number, beforeMs: number, isRunning: boolean) {
  const counted = useRef({ ms: beforeMs, since: null as number | null, kept: beforeMs });

  /** What is asked for is kept with whatever it is asked for. */
  function elapsedMs(): number {
    const { ms, since } = counted.current;
    const elapsed = Math.min(mostMs, Math.round(since === null ? ms : ms + (performance.now() - since)));
    counted.current.kept = elapsed;
    return elapsed;
  }

  function leave() {
    const { kept } = counted.current;
    const ms = elapsedMs();
    if (ms - kept < worthKeepingMs) counted.current.kept = kept;
    else void sync.record({ position, field: "time", value: ms, elapsedMs: ms });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `leave` reads nothing that changes
  useEffect(() => {
    if (!isRunning) return;
    const count = () => {
      const { ms, since } = counted.current;
      const now = performance.now();
      counted.current.ms = since === null ? ms : ms + (now - since);
      counted.current.since = document.visibilityState === "visible" ? now : null;
      if (counted.current.since !== null) return;
      lastTime(sync, position, Math.round(counted.current.ms));
      leave();
    };
    counted.current.ms = Math.max(counted.current.ms, lastTime(sync, position));
    count();
    document.addEventListener("visibilitychange", count);
    const { clockEndsAt } = sync.view();
    const leftMs = clockEndsAt === null ? 0 : Date.parse(clockEndsAt) - sync.serverNow() - beforeEndMs;
    const timer = leftMs > 0 && leftMs < mostMs ? setTimeout(leave, leftMs) : undefined;
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", count);
      count();
      counted.current.since = null;
    };
  }, [isRunning]);

  return { elapsedMs, leave };
}
