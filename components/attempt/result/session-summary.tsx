import { minutesAndSeconds } from "#lib/attempts/time-used";
import { listText } from "#lib/dates/list-text";
import type { Domain } from "#lib/exam/exam-definition";
import type { LanguageMarks } from "#lib/exam/language-marks";
import type { DomainScore, Score } from "#lib/exam/scoring";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";
import { DomainBars } from "./domain-bars.tsx";
import { Notice } from "./score-summary.tsx";

type SessionSummaryProps = {
  score: Score;
  domains: readonly Domain[];
  marks: LanguageMarks;
  /** The exam to practise in; null when it is no longer offered. */
  examSlug: string | null;
  /** Time spent on all of its questions. */
  elapsedMs: number;
  /** How many of its questions come back, and when. */
  reviews: { readonly due: number; readonly withinDay: number; readonly withinWeek: number; readonly later: number };
};

/** How a study session went and what to do next. There is no pass mark, because it is practice. */
export function SessionSummary({ score, domains, marks, examSlug, elapsedMs, reviews }: SessionSummaryProps) {
  const t = useWords();
  if (score.items === 0) return <Notice>{t("result.nothingScored")}</Notice>;
  const weakest = weakestOf(score.domains);
  return (
    <section className="mt-6 grid grid-cols-1 gap-8 rounded-xl border border-line bg-sheet p-5 sm:grid-cols-2 sm:p-7">
      <div>
        <p className="text-3xl font-semibold tracking-tight tabular-nums">
          {t("result.sessionRight", { points: score.points, items: score.items })}
        </p>
        <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm tabular-nums">
          <dt className="text-muted">{t("result.time")}</dt>
          <dd>{minutesAndSeconds(t, elapsedMs)}</dd>
          <dt className="text-muted">{t("result.comesAgain")}</dt>
          <dd>{whenWords(t, reviews)}</dd>
          {weakest === null ? null : (
            <>
              <dt className="text-muted">{t("result.practise")}</dt>
              <dd {...marks}>{domains.find(({ id }) => id === weakest.domain)?.title ?? weakest.domain}</dd>
            </>
          )}
        </dl>
      </div>
      <DomainBars scores={score.domains} passing={null} domains={domains} marks={marks} examSlug={examSlug} />
    </section>
  );
}

/** The domain with the lowest share of points; null when nothing was missed. */
function weakestOf(domains: readonly DomainScore[]): DomainScore | null {
  const missed = domains.filter(({ points, items }) => points < items);
  return missed.sort((a, b) => a.points / a.items - b.points / b.items)[0] ?? null;
}

function whenWords(t: Words, { due, withinDay, withinWeek, later }: SessionSummaryProps["reviews"]): string {
  const words = [
    [due, "result.dueNow"],
    [withinDay, "result.dueWithinDay"],
    [withinWeek, "result.dueWithinWeek"],
    [later, "result.dueLater"],
  ] as const;
  const said = words.filter(([count]) => count > 0).map(([count, key]) => t(key, { count }));
  return said.length === 0 ? t("result.nothingDue") : listText(t, said, "unit");
}
