import Link from "next/link";
import { OtherScores } from "#components/attempt/result/other-scores";
import { newToYou } from "#lib/attempts/new-to-you";
import type { AttemptSummary } from "#lib/attempts/read/list-attempts";
import { decidingScore } from "#lib/attempts/score-words";
import { timeFactorWords } from "#lib/attempts/time-used";
import { dayWords } from "#lib/dates/day-words";
import { absoluteTime } from "#lib/dates/relative-age";
import { shownPercent } from "#lib/exam/scoring";
import { useWords } from "#words";
import { type ChartPoint, TrendChart } from "./trend-chart.tsx";

type MockScoresProps = { attempts: readonly AttemptSummary[]; passing: number; now: Date };

/** The scores of finished mock exams, newest first, and how many of their questions were new. */
export function MockScores({ attempts, passing, now }: MockScoresProps) {
  const t = useWords();
  const scored = attempts.flatMap(({ id, finishedAt, score: graded, others, newQuestions, choices }) =>
    finishedAt !== null && graded !== null && newQuestions !== null
      ? [{ id, finishedAt, graded, others, score: decidingScore(graded, others), newQuestions, choices }]
      : [],
  );
  if (scored.length === 0) return <p className="text-sm text-muted">{t("progress.noMocks")}</p>;
  const shown = scored.slice(0, 10);
  return (
    <table className="w-full text-sm">
      <caption className="pb-2 text-start text-sm font-semibold text-muted">
        {t("progress.mocks", { passing: passing / 100 })}
        <TrendChart points={scorePoints(shown.map(({ score }) => score.percent).reverse())} passing={passing} />
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("progress.finished")}</th>
          <th scope="col">{t("progress.score")}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, finishedAt, graded, others, score, newQuestions, choices }) => (
          <tr key={id} className="border-t border-line">
            <th scope="row" className="py-2 text-start font-normal">
              <Link
                href={`/attempts/${id}/result`}
                prefetch={false}
                className="underline decoration-line underline-offset-4 hover:decoration-accent"
              >
                <time dateTime={finishedAt.toISOString()} title={absoluteTime(t, finishedAt)}>
                  {dayWords(t, finishedAt, now)}
                </time>
              </Link>
              <OtherScores graded={graded} others={others} className="mt-1 text-xs" />
            </th>
            <td className="py-2 ps-3 text-end align-top whitespace-nowrap tabular-nums">
              {t("unit.percent", { share: shownPercent(score.percent, score.passing) / 100 })}{" "}
              <span className={score.passed ? "text-good" : "text-bad"}>
                {t(score.passed ? "progress.passed" : "progress.notPassed")}
              </span>
              <span className="block text-xs text-muted">{newToYou(t, newQuestions, graded.items)}</span>
              <span className="block text-xs text-muted empty:hidden">{timeFactorWords(t, { choices })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One step apart, whenever they were. */
function scorePoints(percents: readonly number[]): readonly ChartPoint[] {
  return percents.map((score, i) => ({ x: i / Math.max(1, percents.length - 1), score }));
}
