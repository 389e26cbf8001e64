import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import { absoluteTime, relativeWait } from "#lib/dates/relative-age";
import type { ExamReviews as Reviews } from "#lib/review/read/due-questions";
import { useWords } from "#words";

/** What is due in one exam, with the way to begin, and what comes later. */
export function ExamReviews({ reviews, now }: { reviews: Reviews; now: Date }) {
  const t = useWords();
  const { slug, title, due, withinDay, withinWeek, later, closed, nextAt } = reviews;
  return (
    <section aria-label={title} className="rounded-xl border border-line bg-sheet p-5">
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="mt-1 text-sm tabular-nums">
        {due === 0 ? "Nothing is due." : `${due} ${due === 1 ? "question is" : "questions are"} due.`}
        {nextAt === null ? null : (
          <>
            {" "}
            The next comes{" "}
            <time dateTime={nextAt.toISOString()} title={absoluteTime(t, nextAt)}>
              {relativeWait(t, nextAt, now)}
            </time>
            .
          </>
        )}
      </p>
      {closed === 0 ? null : (
        <p className="mt-1 text-sm text-flag tabular-nums">
          {closed} {closed === 1 ? "question" : "questions"} of the exam in progress {closed === 1 ? "is" : "are"} left
          out until it ends.
        </p>
      )}
      {due === 0 ? null : (
        <form action={startAttemptAction} className="mt-4 flex flex-wrap items-center gap-4 text-sm">
          <input type="hidden" name="exam" value={slug} />
          <input type="hidden" name="mode" value="review" />
          <label className="flex items-center gap-3">
            Questions
            <select
              name="count"
              defaultValue="20"
              className="min-h-11 rounded-lg border border-edge bg-paper px-2 tabular-nums"
            >
              {[10, 20, 50].map((count) => (
                <option key={count} value={count}>
                  at most {count}
                </option>
              ))}
              <option value="10000">all</option>
            </select>
          </label>
          <StartButton look="primary">Start review</StartButton>
        </form>
      )}
      <dl className="mt-4 flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted tabular-nums">
        {[
          ["Within a day", withinDay],
          ["Within a week", withinWeek],
          ["Later", later],
        ].map(([label, count]) => (
          <div key={label} className="flex gap-2">
            <dt>{label}</dt>
            <dd className="font-semibold text-ink">{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
