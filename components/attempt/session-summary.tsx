import type { Domain } from "#lib/exam/exam-definition";
import { type DomainScore, printPoints, type Score } from "#lib/exam/scoring";
import { DomainBars } from "./domain-bars.tsx";
import { Notice } from "./score-summary.tsx";

type SessionSummaryProps = {
  score: Score;
  domains: readonly Domain[];
  /** The exam to practise in; null when it is no longer offered. */
  examSlug: string | null;
  /** Spent on all of its questions. */
  elapsedMs: number;
  /** How many of its questions come again, by when. */
  reviews: { readonly due: number; readonly withinDay: number; readonly withinWeek: number; readonly later: number };
};

/** How a study session went and what to do next. It has no pass mark: it is practice, not an exam. */
export function SessionSummary({ score, domains, examSlug, elapsedMs, reviews }: SessionSummaryProps) {
  if (score.items === 0) return <Notice>No answer was checked, so that there is nothing to sum up.</Notice>;
  const weakest = weakestOf(score.domains);
  return (
    <section className="mt-6 grid gap-8 rounded-xl border border-line bg-sheet p-5 sm:grid-cols-2 sm:p-7">
      <div>
        <p className="text-3xl font-semibold tracking-tight tabular-nums">
          {printPoints(score.points)} of {score.items} right
        </p>
        <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm tabular-nums">
          <dt className="text-muted">Time</dt>
          <dd>{minutesAndSeconds(elapsedMs)}</dd>
          <dt className="text-muted">Comes again</dt>
          <dd>{whenWords(reviews)}</dd>
          {weakest === null ? null : (
            <>
              <dt className="text-muted">Practise</dt>
              <dd>{domains.find(({ id }) => id === weakest.domain)?.title ?? weakest.domain}</dd>
            </>
          )}
        </dl>
      </div>
      <DomainBars scores={score.domains} passing={null} domains={domains} examSlug={examSlug} />
    </section>
  );
}

/** The domain with the lowest share of points; null when nothing was missed. */
function weakestOf(domains: readonly DomainScore[]): DomainScore | null {
  const missed = domains.filter(({ points, items }) => points < items);
  return missed.sort((a, b) => a.points / a.items - b.points / b.items)[0] ?? null;
}

function minutesAndSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function whenWords({ due, withinDay, withinWeek, later }: SessionSummaryProps["reviews"]): string {
  const words = [
    [due, "now"],
    [withinDay, "within a day"],
    [withinWeek, "within a week"],
    [later, "later"],
  ] as const;
  const said = words.filter(([count]) => count > 0).map(([count, when]) => `${count} ${when}`);
  return said.length === 0 ? "nothing yet" : said.join(", ");
}
