"use client";

import { useEffect, useState } from "react";
import { useSession, useView } from "#components/attempt/session";
import { useWords } from "#words";
import { timeMark } from "./time-mark.ts";
import { useKept } from "./use-kept.ts";
import { useTimeIsOver } from "./use-time-is-over.ts";

/** A hidden clock reappears for the last five minutes. */
const lastMs = 300_000;

/** Time left by the server's clock, counted on a clock that cannot be set. At zero it ends the attempt. */
export function Clock({ fallback }: { fallback: string }) {
  const t = useWords();
  const { sync } = useSession();
  const { clockEndsAt, over } = useView(sync);
  const [leftMs, setLeftMs] = useState<number | null>(null);
  const [time, keepTime] = useKept("time");
  const isHidden = time === "off";
  const isLast = leftMs !== null && leftMs < lastMs;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the last minutes begin
  useEffect(() => {
    if (isLast) keepTime("on");
  }, [isLast]);
  useEffect(() => {
    if (clockEndsAt === null) return;
    const tick = () => setLeftMs(Math.max(0, Date.parse(clockEndsAt) - sync.serverNow()));
    tick();
    const timer = setInterval(tick, 200);
    return () => clearInterval(timer);
  }, [clockEndsAt, sync]);
  const isUp = leftMs === 0 && clockEndsAt !== null;
  useTimeIsUp(isUp && !over);

  if (clockEndsAt === null) return <span className="no-limit">{t("timer.noLimit")}</span>;
  const minutesLeft = leftMs === null ? null : timeMark(leftMs);
  return (
    <>
      <span className="hidden text-muted tabular-nums noscript:inline">{fallback}</span>
      <span className="clock noscript:hidden">
        <span role="timer" aria-label={t("timer.timeLeft")} className={isLast ? "text-bad" : undefined}>
          {isHidden || leftMs === null ? "–:––" : format(leftMs)}
        </span>
        <button type="button" data-key="time" onClick={() => keepTime(isHidden ? "on" : "off")}>
          {t(isHidden ? "timer.showTime" : "timer.hideTime")}
        </button>
        <span aria-live="polite" className="sr-only">
          {minutesLeft === null ? "" : t("timer.minutesLeft", { count: minutesLeft })}
        </span>
      </span>
    </>
  );
}

/** Sends what is left and polls the server until it says that the time is up. */
function useTimeIsUp(isUp: boolean) {
  const { sync } = useSession();
  useEffect(() => {
    if (!isUp) return;
    const endedAt = sync.view().clockEndsAt;
    const end = async () => {
      await sync.flush();
      // When a section ends, there is another clock and another first question.
      if ((await sync.poll()) && !sync.view().over && sync.view().clockEndsAt !== endedAt)
        location.assign(`/attempts/${sync.attemptId}`);
    };
    void end();
    const timer = setInterval(() => void end(), 1_000);
    return () => clearInterval(timer);
  }, [isUp, sync]);
}

/** Covers the page once the time is up, until the server has confirmed it. */
export function TimeIsUp() {
  const t = useWords();
  const { sync } = useSession();
  const { over, saveState } = useView(sync);
  const isUp = useTimeIsOver(sync);
  if (!isUp && !over) return null;
  return (
    <p role="alert" className="rounded-lg bg-flag-soft px-4 py-2.5 text-sm text-flag">
      {t("timer.timeIsUp", { sent: saveState === "failed" || !over ? "no" : "yes" })}
    </p>
  );
}

/** Hours only where there are some: "1:05:00", "05:00". */
function format(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const rest = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  return [...(hours === 0 ? [] : [hours]), ...rest].join(":");
}
