import type { ReactNode } from "react";
import { DomainBars } from "#components/attempt/domain-bars";
import { ShareBar } from "#components/ui/share-bar";
import { newToYou } from "#lib/attempts/new-to-you";
import { scoringSentence } from "#lib/attempts/scoring-sentence";
import type { Domain } from "#lib/exam/exam-definition";
import type { Marking } from "#lib/exam/kinds/kind";
import type { Percentile } from "#lib/exam/percentile";
import { printPercent, printPoints, type Score } from "#lib/exam/scoring";

type ScoreSummaryProps = {
  /** As it was graded. */
  score: Score;
  /** Without the questions whose key is in doubt, or null: it decides on pass or fail while they are. */
  withoutDisputed: Score | null;
  /** By the keys of today, or null where that is the same. */
  byTodaysKeys: Score | null;
  domains: readonly Domain[];
  /** How many of its questions were new to the learner; null for what is no mock exam. */
  newQuestions: number | null;
  /** Among the first sittings of others with the same time; null where there are too few. */
  percentile: Percentile | null;
  finishedBy: string | null;
  marking: Marking;
  /** "48 min of 90 min (1.5 × time)". */
  timeUsed: string;
  /** The exam to practise in; null when it is no longer offered. */
  examSlug: string | null;
};

/** The score beside the pass mark, how much time it took, and where the points were won and lost. */
export function ScoreSummary(props: ScoreSummaryProps) {
  const {
    score: graded,
    withoutDisputed,
    byTodaysKeys,
    domains,
    newQuestions,
    percentile,
    finishedBy,
    marking,
    timeUsed,
    examSlug,
  } = props;
  const score = withoutDisputed ?? graded;
  if (score.items === 0) return <Notice>No answer was checked, so there is nothing to score.</Notice>;
  const isMock = newQuestions !== null;
  return (
    <section
      aria-label="Score"
      className="mt-6 grid gap-8 rounded-xl border border-line bg-sheet p-5 sm:p-7 md:grid-cols-[minmax(0,18rem)_minmax(0,1fr)] print:grid-cols-2"
    >
      <div>
        <p className="text-5xl font-semibold tracking-tight tabular-nums">
          {printPercent(score.percent, score.passing)}%
        </p>
        {isMock ? (
          <p className={`mt-2 text-lg font-semibold ${score.passed ? "text-good" : "text-bad"}`}>
            {score.passed ? "Pass" : "Not passed"}
          </p>
        ) : null}
        <Scale score={score} />
        {withoutDisputed === null ? null : (
          <p className="mt-2 text-sm text-flag tabular-nums">{disputeSentence(graded, withoutDisputed)}</p>
        )}
        {byTodaysKeys === null ? null : (
          <p className="mt-2 text-sm tabular-nums">{todaySentence(graded, byTodaysKeys)}</p>
        )}
        {isMock ? (
          <p className="mt-2 text-sm tabular-nums">
            {newToYou(newQuestions, score.items)}
            {newQuestions < score.items
              ? ". Questions that you have seen before make a score higher than it would be in the real exam."
              : null}
          </p>
        ) : null}
        {percentile === null ? null : <p className="mt-2 text-sm tabular-nums">{percentileSentence(percentile)}</p>}
        <dl className="mt-4 grid gap-1 text-sm tabular-nums">
          <Fact name="Points">
            {printPoints(score.points)} of {score.items}
          </Fact>
          <Fact name="Time used">{timeUsed}</Fact>
        </dl>
        {finishedBy === "deadline" ? (
          <p className="mt-2 text-sm text-muted">Submitted when the time was over.</p>
        ) : null}
        <details className="no-print mt-3 text-sm text-muted">
          <summary className="min-h-11 w-fit cursor-pointer py-2.5">How this is scored</summary>
          <p>
            Every question counts the same. {scoringSentence(marking)} Scoring rule {score.ruleVersion}.
          </p>
          {isMock ? (
            <p className="mt-2">
              Nobody watched this exam: answers could be looked up in another window. To others this score proves
              nothing.
            </p>
          ) : null}
        </details>
      </div>
      <DomainBars scores={score.domains} passing={score.passing} domains={domains} examSlug={examSlug} />
    </section>
  );
}

/** What a doubt about keys does to the score. */
export function disputeSentence(graded: Score, withoutDisputed: Score): string {
  const count = graded.items - withoutDisputed.items;
  const what = count === 1 ? "1 question has a disputed key and does" : `${count} questions have a disputed key and do`;
  const whole = printPercent(graded.percent, graded.passing);
  return `${what} not count for the score while the authors look at it. As graded, with ${count === 1 ? "it" : "them"}: ${whole}%, ${graded.passed ? "pass" : "not passed"}.`;
}

/** What the keys of today would make of the score. */
export function todaySentence(graded: Score, today: Score): string {
  const [then, now] = [graded, today].map(
    ({ percent, passing, passed }) => `${printPercent(percent, passing)}% (${passed ? "pass" : "not passed"})`,
  );
  return `As graded then: ${then}. With today’s correct answers: ${now}.`;
}

/** Where a first sitting stands among those of others. */
export function percentileSentence({ percent, interval, others }: Percentile): string {
  const range = `${Math.round(interval.from)}–${Math.round(interval.to)}%`;
  return `Better than ${Math.round(percent)}% of ${others} other first sittings with the same time (likely ${range} of all).`;
}

/** From 0 to 100 the score as a bar and the pass mark as a line. The numbers stand beside it as text. */
function Scale({ score: { percent, passing } }: { score: Score }) {
  return (
    <div className="mt-4 max-w-xs">
      <ShareBar width={percent} rest={100} mark={passing} className="h-3 fill-accent" />
      <p className="mt-2 text-sm text-muted tabular-nums">Pass mark {passing}%</p>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="w-20 shrink-0 text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** In the place of a score that would say how a question of a running exam is answered. */
export function SealedScore({ examPath }: { examPath: string }) {
  return (
    <Notice>
      You are sitting{" "}
      <a href={examPath} className="underline underline-offset-4">
        an exam
      </a>{" "}
      that asks some of these questions. The score and the solutions show when you have finished it.
    </Notice>
  );
}

export function Notice({ children }: { children: ReactNode }) {
  return <p className="mt-6 rounded-xl border border-line bg-sheet p-5 text-muted">{children}</p>;
}
