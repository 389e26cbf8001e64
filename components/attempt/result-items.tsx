import Link from "next/link";
import { ResultItem } from "#components/attempt/result-item";
import { isShown, plannedMs, type Result, type ResultFilter, resultFilters } from "#lib/attempts/result-view";

type ResultItemsProps = { result: Result; filter: ResultFilter; minutes: number | null; planCount: number };

const names: Readonly<Record<ResultFilter, string>> = { all: "All", wrong: "Wrong", flagged: "Flagged", slow: "Slow" };

/** Every item of the result, or those under one filter. The filters are links, so they work without script. */
export function ResultItems({ result, filter, minutes, planCount }: ResultItemsProps) {
  const planned = plannedMs(minutes, planCount);
  const shown = result.items.filter((item) => isShown(item, filter, planned));
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" className="mt-12 text-xl font-semibold">
        Questions
      </h2>
      <ul aria-label="Show" className="no-print my-3 flex flex-wrap gap-2 text-sm">
        {resultFilters.map((each) => (
          <li key={each}>
            <Link
              href={each === "all" ? "?" : `?show=${each}`}
              prefetch={false}
              scroll={false}
              aria-current={each === filter ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-lg border border-edge px-4 tabular-nums aria-[current]:border-accent aria-[current]:bg-accent-soft"
            >
              {names[each]} ({result.items.filter((item) => isShown(item, each, planned)).length})
            </Link>
          </li>
        ))}
      </ul>
      {planned === null ? null : (
        <p className="text-sm text-muted tabular-nums">
          Target pace: {Math.round(planned / 1000)} s per question. “Slow” took longer.
        </p>
      )}
      {shown.length === 0 ? <p className="mt-4 text-muted">None.</p> : null}
      <ol className="mt-2">
        {shown.map((item) => (
          <ResultItem key={item.position} item={item} examSlug={result.attempt.examSlug} planned={planned} />
        ))}
      </ol>
    </section>
  );
}
