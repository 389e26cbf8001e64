"use client";

import { useEffect, useState } from "react";

type ClockProps = { deadlineAt: string | null; serverNow: string };

/** Time left by the server's clock: counted from the page's arrival on a clock that nobody can set. */
export function Clock({ deadlineAt, serverNow }: ClockProps) {
  const atArrival = deadlineAt === null ? 0 : Date.parse(deadlineAt) - Date.parse(serverNow);
  const [leftMs, setLeftMs] = useState(atArrival);
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    const start = performance.now();
    const tick = () => setLeftMs(Math.max(0, atArrival - (performance.now() - start)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [atArrival]);
  if (deadlineAt === null) return <span className="text-muted">No time limit</span>;
  return (
    <span className="flex items-center gap-2">
      <span
        role="timer"
        aria-label="Time left"
        className={`text-lg font-semibold tabular-nums ${leftMs < 300_000 ? "text-bad" : ""}`}
      >
        {isHidden ? "–:––" : format(leftMs)}
      </span>
      <button
        type="button"
        onClick={() => setHidden(!isHidden)}
        className="min-h-11 text-muted underline underline-offset-4"
      >
        {isHidden ? "Show time" : "Hide time"}
      </button>
    </span>
  );
}

function format(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const text = parts.map((part) => String(part).padStart(2, "0"));
  return parts[0] === 0 ? text.slice(1).join(":") : text.join(":");
}
