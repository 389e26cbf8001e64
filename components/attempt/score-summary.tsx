import type { ReactNode } from "react";
import { newToYou } from "#lib/attempts/new-to-you";
import { scoringSentence } from "#lib/attempts/scoring-sentence";
import type { Domain } from "#lib/exam/exam-definition";
import type { Marking } from "#lib/exam/kinds/kind";
import { printPercent, type Score } from "#lib/exam/scoring";

type ScoreSummaryProps = {
  score: Score;
  domains: readonly Domain[];
  /** How many of its questions were new to the learner; null for what is no mock exam. */
  newQuestions: number | null;
  finishedBy: string | null;
  marking: Marking;
};

/** The score with the rule that made it, and where the points were won and lost. */
export function ScoreSummary({ score, domains, newQuestions, finishedBy, marking }: ScoreSummaryProps) {
  if (score.items === 0) return <Notice>No answer was checked, so that there is nothing to score.</Notice>;
  const isMock = newQuestions !== null;
  return (
    <section className="mt-6 grid gap-8 rounded-xl border border-line bg-sheet p-5 sm:grid-cols-[auto_minmax(0,1fr)] sm:p-7">
      <div>
        <p className="text-5xl font-semibold tracking-tight tabular-nums">
          {printPercent(score.percent, score.passing)}%
        </p>
        {isMock ? (
          <p className={`mt-2 text-lg font-semibold ${score.passed ? "text-good" : "text-bad"}`}>
            {score.passed ? "Pass" : "Not passed"}
          </p>
        ) : null}
        {isMock ? (
          <p className="mt-1 max-w-56 text-sm tabular-nums">
            {newToYou(newQuestions, score.items)}
            {newQuestions < score.items
              ? ". Questions that you have seen before make a score higher than it would be in the real exam."
              : null}
          </p>
        ) : null}
        <p className="mt-2 max-w-56 text-sm text-muted tabular-nums">
          {points(score.points)} of {score.items} points; {score.passing}% passes. Every question counts the same.{" "}
          {scoringSentence(marking)} Rule {score.ruleVersion}.
          {finishedBy === "deadline" ? " Submitted when the time was over." : ""}
        </p>
        {isMock ? (
          <p className="mt-2 max-w-56 text-sm text-muted">
            Nobody watched this exam: answers could be looked up in another window. To others this score proves nothing.
          </p>
        ) : null}
      </div>
      <DomainScores score={score} domains={domains} />
    </section>
  );
}

/** Where the points were won and lost. */
export function DomainScores({ score, domains }: Pick<ScoreSummaryProps, "score" | "domains">) {
  const titles = new Map(domains.map((domain) => [domain.id, domain.title]));
  return (
    <table className="w-full self-start text-sm">
      <caption className="sr-only">Score by domain</caption>
      <thead className="text-left text-muted">
        <tr>
          <th scope="col" className="pb-2 font-medium">
            Domain
          </th>
          <th scope="col" className="pb-2 pl-3 text-right font-medium whitespace-nowrap">
            Points
          </th>
          <th scope="col" className="pb-2 pl-3 text-right font-medium whitespace-nowrap">
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {score.domains.map((row) => (
          <tr key={row.domain} className="border-t border-line tabular-nums">
            <th scope="row" className="py-2 text-left font-normal">
              {titles.get(row.domain) ?? row.domain}
            </th>
            <td className="py-2 pl-3 text-right whitespace-nowrap">
              {points(row.points)} / {row.items}
            </td>
            <td className="py-2 pl-3 text-right whitespace-nowrap">{printPercent((100 * row.points) / row.items)}%</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In the place of a score that would tell how a question of a running exam is answered. */
export function SealedScore({ examPath }: { examPath: string }) {
  return (
    <Notice>
      You are sitting{" "}
      <a href={examPath} className="underline underline-offset-4">
        an exam
      </a>{" "}
      that asks some of these questions: the score and their keys show when you have finished it.
    </Notice>
  );
}

export function Notice({ children }: { children: ReactNode }) {
  return <p className="mt-6 rounded-xl border border-line bg-sheet p-5 text-muted">{children}</p>;
}

export function points(value: number): string {
  return value.toFixed(2).replace(/\.00$/, "");
}
