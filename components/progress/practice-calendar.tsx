import { calendarDay } from "#lib/dates/calendar-day";
import { dateOf } from "#lib/exam/local-time";
import type { PracticeDays } from "#lib/progress/read/practice-days";
import { useWords } from "#words";

type Written = (day: number, options: Parameters<typeof calendarDay>[2]) => string;

/** A day with this number of answers has the strongest colour. */
const full = 20;

/** How many questions were answered on each day of the last weeks: a column is a week, a row a day of the week. */
export function PracticeCalendar({ from, counts }: PracticeDays) {
  const t = useWords();
  const weeks = counts.length / 7;
  const written: Written = (day, options) => calendarDay(t, dateOf(day), options);
  const days = counts.filter((count) => count > 0).length;
  if (days === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="practice-days">
      <h2 id="practice-days" className="text-xl font-semibold">
        {t("progress.calendar")}
      </h2>
      <p className="mt-1 text-sm text-muted tabular-nums">
        {t("progress.calendarText", { answers: counts.reduce((sum, count) => sum + count, 0), days, weeks })}
      </p>
      <table className="mt-3 w-full max-w-md table-fixed border-separate border-spacing-0.5 text-xs tabular-nums">
        <thead>
          <tr>
            <td className="w-10" />
            {Array.from({ length: weeks }, (_, week) => from + 7 * week).map((monday) => (
              <th key={monday} scope="col" className="text-start font-normal whitespace-nowrap text-muted">
                <span className="sr-only">{written(monday, { day: "numeric", month: "long" })}</span>
                <span aria-hidden="true">{monthMark(monday, written)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 7 }, (_, weekday) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a day of the week is known by its place
            <tr key={weekday}>
              <th scope="row" className="pe-1.5 text-start font-normal text-muted">
                {written(from + weekday, { weekday: "short" })}
              </th>
              {Array.from({ length: weeks }, (_, week) => 7 * week + weekday).map((place) => (
                <td
                  key={place}
                  className={`h-6 rounded-sm text-center whitespace-nowrap ${lookOf(counts[place] ?? 0)}`}
                >
                  {counts[place] === 0 ? "" : counts[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function lookOf(count: number): string {
  if (count === 0) return "border border-line";
  return count < full ? "bg-accent-soft text-ink" : "bg-accent text-on-accent";
}

/** The name of a month above its first week; empty above the others. */
function monthMark(monday: number, written: Written): string {
  return Number(dateOf(monday).slice(8)) <= 7 ? written(monday, { month: "short" }) : "";
}
