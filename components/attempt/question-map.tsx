"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { useSession, useView } from "#components/attempt/session";
import { isAnswered } from "#lib/exam/selection";
import { useWords } from "#words";
import { marksOf } from "./sync/registers.ts";
import { useKept } from "./use-kept.ts";

type QuestionMapProps = { attemptId: string; current: number; from: number; to: number };

/** The map of questions, made when it is opened. Without script the review page shows the same. */
export function QuestionMap({ attemptId, ...open }: QuestionMapProps) {
  const t = useWords();
  const [map, keepMap] = useKept("map");
  const isOpen = map === "on";
  const box = useRef<HTMLDivElement>(null);
  // The map of a long attempt opens where one is. Within the map alone: the page stays as it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again at each question
  useEffect(() => {
    const here = box.current?.querySelector<HTMLElement>("[aria-current]");
    if (box.current && here) box.current.scrollTop = here.offsetTop - box.current.clientHeight / 2;
  }, [isOpen, open.current]);
  return (
    <details
      className="item-map"
      data-key="map"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => open !== isOpen && keepMap(open ? "on" : "off")}
    >
      <summary className="button" data-icon="▦">
        {t("item.map")}
      </summary>
      <div ref={box}>
        {isOpen ? (
          <Entries {...open} />
        ) : (
          <Link href={`/attempts/${attemptId}/review`} prefetch={false} className="inline-flex min-h-11 items-center">
            {t("item.allQuestions")}
          </Link>
        )}
      </div>
    </details>
  );
}

/** More buttons than this are folded: those around the current one are shown, and a field leads to any other. */
const most = 100;

/** Every item as a button: where one is, what is answered, what is flagged. */
function Entries({ current, from, to }: Omit<QuestionMapProps, "attemptId">) {
  const t = useWords();
  const { registers } = useView(useSession().sync);
  const count = to - from + 1;
  const first = count > most ? from + Math.floor((current - from) / most) * most : from;
  const shown = Array.from({ length: Math.min(most, to - first + 1) }, (_, i) => first + i);
  return (
    <>
      {count > most ? <GoTo from={from} to={to} current={current} /> : null}
      <ol>
        {shown.map((position) => {
          const { answer, flagged } = marksOf(position, registers);
          const answered = isAnswered(answer);
          return (
            <li key={position}>
              <button
                type="submit"
                name="intent"
                value={`go:${position}`}
                aria-label={t("item.mapEntry", {
                  position,
                  answered: answered ? "yes" : "no",
                  flagged: flagged ? "yes" : "no",
                })}
                aria-current={position === current ? "step" : undefined}
                data-answered={answered || undefined}
                data-flagged={flagged || undefined}
              >
                {position}
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function GoTo({ from, to, current }: { from: number; to: number; current: number }) {
  const t = useWords();
  return (
    <p className="mb-2 flex items-center gap-2">
      <label className="flex items-center gap-2">
        {t("item.goTo")}
        <input
          name="go-to"
          type="number"
          min={from}
          max={to}
          defaultValue={current}
          className="min-h-11 w-20 rounded-lg border border-edge bg-sheet px-2 tabular-nums"
        />
      </label>
      <button type="submit" name="intent" value="go" className="min-h-11 rounded-lg border border-edge px-3">
        {t("item.go")}
      </button>
    </p>
  );
}
