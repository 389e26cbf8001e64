import { useEffect, useRef } from "react";
import type { Sync } from "../sync/sync.ts";

/** How long before the end the counted time is stored: changes made after the end no longer count. */
const beforeEndMs = 3_000;
/** A shorter visit only passes by. */
const worthKeepingMs = 1_000;
/** The most that the server accepts, three weeks: a page that is left open must not cost the answer made on it. */
const mostMs = 2_000_000_000;

/**
 * A page that is reloaded or closed has no time to write to the device's outbox, or to be read from it in time; this is
 * written and read at once. It holds one item, the last one viewed on this device. A browser that stores nothing loses
 * the seconds.
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

/** Counts the time for which an item is viewed: not while the page is hidden, paused, or the machine asleep. */
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
