"use client";

import { useEffect } from "react";
import { attemptsWithPending } from "../sync/outbox.ts";
import { runSync } from "../sync/run-sync.ts";
import { createSync } from "../sync/sync.ts";

/** Sends what this device still holds of any attempt, for learners who do not return to the attempt itself. */
export function DeliverAnswers() {
  useEffect(() => {
    const stops: (() => void)[] = [];
    let isGone = false;
    // A browser that stores nothing has nothing to deliver.
    const waiting = attemptsWithPending().catch(() => [] as readonly string[]);
    void waiting.then((ids) => {
      if (isGone) return;
      for (const attemptId of ids) {
        const serverNow = new Date().toISOString();
        const sync = createSync({ attemptId, serverNow, clockEndsAt: null, finished: true, committed: 0 });
        stops.push(runSync(sync));
      }
    });
    return () => {
      isGone = true;
      for (const stop of stops) stop();
    };
  }, []);
  return null;
}
