import { absoluteTime } from "#lib/dates/relative-age";
import type { TrendPoint } from "#lib/progress/read/readiness-trend";
import { chanceOf } from "#lib/progress/readiness-words";
import { useWords } from "#words";
import { TrendChart } from "./trend-chart.tsx";

type ReadinessTrendProps = { points: readonly TrendPoint[]; passing: number };

/** How the likely score has moved, as a chart and as a table. */
export function ReadinessTrend({ points, passing }: ReadinessTrendProps) {
  const t = useWords();
  const [begin, end] = [points[0]?.at.getTime() ?? 0, points.at(-1)?.at.getTime() ?? 0];
  if (points.length < 2) return null;
  const chart = points.map(({ at, expected, from, to }) => {
    return { x: (at.getTime() - begin) / (end - begin), score: expected, from, to };
  });
  return (
    <section aria-label={t("progress.trend")}>
      <h3 className="text-sm font-semibold text-muted">{t("progress.trend")}</h3>
      <TrendChart points={chart} passing={passing} />
      <p className="text-xs text-muted">{t("progress.trendWords")}</p>
      <details className="text-sm">
        <summary className="min-h-11 cursor-pointer py-2.5 text-muted">{t("progress.trendTable")}</summary>
        <TrendTable points={points} />
      </details>
    </section>
  );
}

function TrendTable({ points }: { points: readonly TrendPoint[] }) {
  const t = useWords();
  return (
    <table className="w-full tabular-nums">
      <caption className="sr-only">{t("progress.trend")}</caption>
      <thead className="text-muted">
        <tr>
          <th scope="col" className="pb-1 font-medium">
            {t("progress.trendDay")}
          </th>
          <th scope="col" className="pb-1 ps-3 text-end font-medium">
            {t("progress.trendScore")}
          </th>
          <th scope="col" className="pb-1 ps-3 text-end font-medium">
            {t("progress.trendChance")}
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ at, from, to, passProbability }) => (
          <tr key={at.getTime()} className="border-t border-line">
            <th scope="row" className="py-2 font-normal">
              {absoluteTime(t, at)}
            </th>
            <td className="py-2 ps-3 text-end whitespace-nowrap">
              {t("progress.range", { from: Math.round(from), to: Math.round(to) / 100 })}
            </td>
            <td className="py-2 ps-3 text-end whitespace-nowrap">{chanceOf(t, passProbability)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
