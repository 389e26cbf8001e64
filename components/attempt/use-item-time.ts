import { useEffect, useRef } from "react";
import type { Sync } from "./sync/sync.ts";

/** Less than this is passing by. */
const worthKeepingMs = 1_000;
/** What the server takes, three weeks: a page that is left open must not cost the answer made on it. */
const mostMs = 2_000_000_000;

/** Counts the time that an item is looked at: not while the page is hidden, paused, or the machine asleep. */
export function useItemTime(sync: Sync, position: number, beforeMs: number, isRunning: boolean) {
  const counted = useRef({ ms: beforeMs, since: null as number | null, told: beforeMs });

  function elapsedMs(): number {
    const { ms, since } = counted.current;
    return Math.min(mostMs, Math.round(since === null ? ms : ms + (performance.now() - since)));
  }

  function leave() {
    const ms = elapsedMs();
    if (!isRunning || ms - counted.current.told < worthKeepingMs) return;
    counted.current.told = ms;
    void sync.record({ position, field: "time", value: ms, elapsedMs: ms });
  }

  useEffect(() => {
    if (!isRunning) return;
    const count = () => {
      const { ms, since } = counted.current;
      const now = performance.now();
      counted.current.ms = since === null ? ms : ms + (now - since);
      counted.current.since = document.visibilityState === "visible" ? now : null;
    };
    count();
    document.addEventListener("visibilitychange", count);
    return () => {
      document.removeEventListener("visibilitychange", count);
      count();
      counted.current.since = null;
    };
  }, [isRunning]);

  return { elapsedMs, leave };
}
