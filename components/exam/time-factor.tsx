import { useWords } from "#words";

const factors = [1, 1.25, 1.5, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** How much time to take, chosen before the start. */
export function TimeFactor({ minutes }: { minutes: number }) {
  const t = useWords();
  return (
    <label className="flex flex-wrap items-center gap-3">
      {t("start.time")}
      <select
        name="timeFactor"
        defaultValue="1"
        className="min-h-11 max-w-full rounded-lg border border-edge bg-paper px-2 text-ink tabular-nums"
      >
        {factors.map((factor) => (
          <option key={factor} value={factor}>
            {t("start.timeFactor", { factor, minutes: Math.round(minutes * factor) })}
          </option>
        ))}
        <option value="off">{t("start.noLimit")}</option>
      </select>
    </label>
  );
}
