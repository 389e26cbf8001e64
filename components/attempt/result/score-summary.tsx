import type { ReactNode } from "react";
import { DomainBars } from "#components/attempt/result/domain-bars";
import { OtherScores } from "#components/attempt/result/other-scores";
import { ShareBar } from "#components/ui/share-bar";
import { newToYou } from "#lib/attempts/new-to-you";
import type { OtherScores as Others } from "#lib/attempts/read/other-scores";
import { decidingScore } from "#lib/attempts/score-words";
import { scoringSentence } from "#lib/attempts/scoring-sentence";
import type { Domain } from "#lib/exam/exam-definition";
import type { Marking } from "#lib/exam/kinds/kind";
import type { LanguageMarks } from "#lib/exam/language-marks";
import type { Percentile } from "#lib/exam/percentile";
import { type Score, shownPercent } from "#lib/exam/scoring";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

type ScoreSummaryProps = {
  /** As it was graded. */
  score: Score;
  others: Others;
  domains: readonly Domain[];
  marks: LanguageMarks;
  /** How many of its questions were new to the learner; null if it is not a mock exam. */
  newQuestions: number | null;
  /** Percentile among the first mock exams of others with the same time; null if there are too few. */
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
  const t = useWords();
  const {
    score: graded,
    others,
    domains,
    marks,
    newQuestions,
    percentile,
    finishedBy,
    marking,
    timeUsed,
    examSlug,
  } = props;
  const score = decidingScore(graded, others);
  if (score.items === 0) return <Notice>{t("result.nothingScored")}</Notice>;
  const isMock = newQuestions !== null;
  return (
    <section
      aria-label={t("result.score")}
      className="@container mt-6 rounded-xl border border-line bg-sheet p-5 sm:p-7"
    >
      <div className="grid grid-cols-1 gap-8 @2xl:grid-cols-[minmax(0,18rem)_minmax(0,1fr)] print:grid-cols-2">
        <div>
          <p className="text-5xl font-semibold tracking-tight tabular-nums">
            {t("unit.percent", { share: shownPercent(score.percent, score.passing) / 100 })}
          </p>
          {isMock ? (
            <p className={`mt-2 text-lg font-semibold ${score.passed ? "text-good" : "text-bad"}`}>
              {t(score.passed ? "result.pass" : "result.notPassed")}
            </p>
          ) : null}
          <Scale score={score} />
          <OtherScores graded={graded} others={others} className="mt-2 text-sm" />
          {isMock ? (
            <p className="mt-2 text-sm tabular-nums">
              {newQuestions < graded.items
                ? t("result.seenBefore", { new: newToYou(t, newQuestions, graded.items) })
                : newToYou(t, newQuestions, graded.items)}
            </p>
          ) : null}
          {percentile === null ? null : (
            <p className="mt-2 text-sm tabular-nums">{percentileSentence(t, percentile)}</p>
          )}
          <dl className="mt-4 grid gap-1 text-sm tabular-nums">
            <Fact name={t("result.points")}>{t("result.pointsOf", { points: score.points, items: score.items })}</Fact>
            <Fact name={t("result.timeUsed")}>{timeUsed}</Fact>
          </dl>
          {finishedBy === "deadline" ? <p className="mt-2 text-sm text-muted">{t("result.submittedByClock")}</p> : null}
          <details className="no-print mt-3 text-sm text-muted">
            <summary className="min-h-11 w-fit cursor-pointer py-2.5">{t("result.howScored")}</summary>
            <p>
              {t.rich("result.scoring", {
                rule: scoringSentence(t, marking),
                version: score.ruleVersion,
                link: (text) => (
                  <a href="/help#scoring" className="underline">
                    {text}
                  </a>
                ),
              })}
            </p>
            {isMock ? <p className="mt-2">{t("result.unproctored")}</p> : null}
          </details>
        </div>
        <DomainBars
          scores={score.domains}
          passing={score.passing}
          domains={domains}
          marks={marks}
          examSlug={examSlug}
        />
      </div>
    </section>
  );
}

/** The percentile of a first mock exam among those of others. */
export function percentileSentence(t: Words, { percent, interval, others }: Percentile): string {
  const [share, from, to] = [percent, interval.from, interval.to].map((value) => Math.round(value) / 100);
  return t("result.percentile", { percent: share ?? 0, others, from: from ?? 0, to: to ?? 0 });
}

/** The score as a bar from 0 to 100 and the pass mark as a line. The numbers are beside it as text. */
function Scale({ score: { percent, passing } }: { score: Score }) {
  const t = useWords();
  return (
    <div className="mt-4 max-w-xs">
      <ShareBar width={percent} rest={100} mark={passing} className="h-3 fill-accent" />
      <p className="mt-2 text-sm text-muted tabular-nums">{t("result.passMark", { share: passing / 100 })}</p>
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

/** Shown instead of a score that would reveal answers of an exam in progress. */
export function SealedScore({ examPath }: { examPath: string }) {
  const t = useWords();
  return (
    <Notice>
      {t.rich("result.sealed", {
        exam: (text) => (
          <a href={examPath} className="underline underline-offset-4">
            {text}
          </a>
        ),
      })}
    </Notice>
  );
}

export function Notice({ children }: { children: ReactNode }) {
  return <p className="mt-6 rounded-xl border border-line bg-sheet p-5 text-muted">{children}</p>;
}
