import { useEffect, useRef } from "react";
import { useSession, useView } from "#components/attempt/session";
import { isAnswered } from "#lib/exam/selection";
import { useWords } from "#words";
import { marksOf } from "../sync/registers.ts";

export type MapProps = { attemptId: string; current: number; from: number; to: number };

/** If there are more buttons than this, only those around the current one are shown, and a field leads to any other. */
const most = 100;

/** Every item as a button: the current one, what is answered, what is flagged. */
export function MapEntries({ current, from, to }: MapProps) {
  const t = useWords();
  const list = useRef<HTMLOListElement>(null);
  // The map of a long attempt opens where the learner is. Within the map alone: the page stays as it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again at each question
  useEffect(() => {
    const [box, here] = [list.current?.parentElement, list.current?.querySelector<HTMLElement>("[aria-current]")];
    if (box && here) box.scrollTop = here.offsetTop - box.clientHeight / 2;
  }, [current]);
  const { registers } = useView(useSession().sync);
  const count = to - from + 1;
  const first = count > most ? from + Math.floor((current - from) / most) * most : from;
  const shown = Array.from({ length: Math.min(most, to - first + 1) }, (_, i) => first + i);
  return (
    <>
      {count > most ? <GoTo from={from} to={to} current={current} /> : null}
      <ol ref={list}>
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
