import Link from "next/link";
import { newToYou } from "#lib/attempts/new-to-you";
import type { AttemptSummary } from "#lib/attempts/read/list-attempts";
import { absoluteTime } from "#lib/dates/relative-age";
import { shownPercent } from "#lib/exam/scoring";
import { useWords } from "#words";

type MockScoresProps = { attempts: readonly AttemptSummary[]; passing: number };

/** The scores of finished mock exams, newest first, and how many of their questions were new. */
export function MockScores({ attempts, passing }: MockScoresProps) {
  const t = useWords();
  const scored = attempts.flatMap(({ id, finishedAt, score, newQuestions }) =>
    finishedAt !== null && score !== null && newQuestions !== null ? [{ id, finishedAt, score, newQuestions }] : [],
  );
  if (scored.length === 0) return <p className="text-sm text-muted">No mock exam finished yet.</p>;
  return (
    <table className="w-full text-sm">
      <caption className="pb-2 text-left text-sm font-semibold text-muted">Mock exams ({passing}% passes)</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Finished</th>
          <th scope="col">Score</th>
        </tr>
      </thead>
      <tbody>
        {scored.slice(0, 10).map(({ id, finishedAt, score, newQuestions }) => (
          <tr key={id} className="border-t border-line">
            <th scope="row" className="py-2 text-left font-normal">
              <Link
                href={`/attempts/${id}/result`}
                prefetch={false}
                className="underline decoration-line underline-offset-4 hover:decoration-accent"
              >
                <time dateTime={finishedAt.toISOString()}>{absoluteTime(t, finishedAt)}</time>
              </Link>
            </th>
            <td className="py-2 pl-3 text-right whitespace-nowrap tabular-nums">
              {shownPercent(score.percent, score.passing)}%{" "}
              <span className={score.passed ? "text-good" : "text-bad"}>{score.passed ? "passed" : "not passed"}</span>
              <span className="block text-xs text-muted">{newToYou(t, newQuestions, score.items)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
