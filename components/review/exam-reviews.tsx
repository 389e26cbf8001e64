import { ReviewForecast } from "#components/review/review-forecast";
import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import { absoluteTime, relativeWait } from "#lib/dates/relative-age";
import { languageMarks } from "#lib/exam/language-marks";
import type { ExamReviews as Reviews } from "#lib/review/read/due-questions";
import { useWords } from "#words";

/** What is due in one exam, with a button to start, and what comes later. */
export function ExamReviews({ reviews, now }: { reviews: Reviews; now: Date }) {
  const t = useWords();
  const { slug, title, language, due, withinDay, withinWeek, later, closed, nextAt, forecast } = reviews;
  return (
    <section aria-label={title} className="rounded-xl border border-line bg-sheet p-5">
      <h2 className="text-lg font-semibold" {...languageMarks(language)}>
        {title}
      </h2>
      <p className="mt-1 text-sm tabular-nums">
        {t("review.due", { count: due })}{" "}
        {nextAt === null
          ? null
          : t.rich("review.next", {
              wait: relativeWait(t, nextAt, now),
              time: (text) => (
                <time dateTime={nextAt.toISOString()} title={absoluteTime(t, nextAt)}>
                  {text}
                </time>
              ),
            })}
      </p>
      {closed === 0 ? null : (
        <p className="mt-1 text-sm text-flag tabular-nums">{t("review.leftOut", { count: closed })}</p>
      )}
      {due === 0 ? null : (
        <form action={startAttemptAction} className="mt-4 flex flex-wrap items-center gap-4 text-sm">
          <input type="hidden" name="exam" value={slug} />
          <input type="hidden" name="mode" value="review" />
          <label className="flex flex-wrap items-center gap-3">
            {t("review.count")}
            <select
              name="count"
              defaultValue="20"
              className="min-h-11 max-w-full rounded-lg border border-edge bg-paper px-2 tabular-nums"
            >
              {[10, 20, 50].map((count) => (
                <option key={count} value={count}>
                  {t("review.atMost", { count })}
                </option>
              ))}
              <option value="10000">{t("review.all")}</option>
            </select>
          </label>
          <StartButton look="primary" slowWords={t("start.waiting")}>
            {t("review.start")}
          </StartButton>
        </form>
      )}
      <dl className="mt-4 flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted tabular-nums">
        {(
          [
            ["review.withinDay", withinDay],
            ["review.withinWeek", withinWeek],
            ["review.later", later],
          ] as const
        ).map(([label, count]) => (
          <div key={label} className="flex gap-2">
            <dt>{t(label)}</dt>
            <dd className="font-semibold text-ink">{count}</dd>
          </div>
        ))}
      </dl>
      <ReviewForecast {...forecast} />
    </section>
  );
}
