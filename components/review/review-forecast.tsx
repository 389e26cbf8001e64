import { ShareBar } from "#components/ui/share-bar";
import { calendarDay } from "#lib/dates/calendar-day";
import { dateOf } from "#lib/exam/local-time";
import type { DayForecast } from "#lib/review/read/due-questions";
import { useWords } from "#words";

/** How many reviews each of the coming days brings. */
export function ReviewForecast({ from, counts }: DayForecast) {
  const t = useWords();
  const most = Math.max(...counts);
  if (most === 0) return null;
  const day = { weekday: "short", day: "numeric", month: "short" } as const;
  const nameOf = (i: number) => (i === 0 ? t("review.today") : calendarDay(t, dateOf(from + i), day));
  return (
    <details className="mt-3 text-sm">
      <summary className="w-fit cursor-pointer py-2.5">{t("review.forecast", { days: counts.length })}</summary>
      <table className="w-full max-w-md tabular-nums">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("review.day")}</th>
            <th scope="col">{t("review.reviews")}</th>
            <th scope="col">{t("review.share")}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count, i) => (
            <tr key={nameOf(i)}>
              <th scope="row" className="py-1 pe-3 text-start font-normal whitespace-nowrap text-muted">
                {nameOf(i)}
              </th>
              <td className="pe-3 text-end">{count}</td>
              <td className="w-full" aria-hidden="true">
                <ShareBar width={(100 * count) / most} className="h-2 fill-accent" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
