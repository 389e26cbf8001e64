import type { Distribution } from "#lib/discussion/distribution";
import { majorityMinimum } from "#lib/discussion/distribution";
import type { Distributions } from "#lib/discussion/get-distributions";
import { letterAt, printLetters } from "#lib/exam/letters";

type AnswerBarsProps = { distributions: Distributions; order: readonly string[] };

/** What people answer before they could know, and what they stand by after talking about it. */
export function AnswerBars({ distributions, order }: AnswerBarsProps) {
  const { blind, afterDiscussion } = distributions;
  if (blind.people + afterDiscussion.people === 0) return null;
  return (
    <div className="mt-4 grid max-w-2xl gap-x-10 gap-y-6 sm:grid-cols-2">
      <Bars title="Blind" note="first answers, before the key was shown" distribution={blind} order={order} />
      <Bars title="After discussion" note="answers in comments" distribution={afterDiscussion} order={order} />
    </div>
  );
}

type BarsProps = { title: string; note: string; distribution: Distribution; order: readonly string[] };

function Bars({ title, note, distribution, order }: BarsProps) {
  const { people, bars, majority } = distribution;
  return (
    <div>
      <table className="w-full text-sm tabular-nums">
        <caption className="pb-2 text-left">
          <b className="font-semibold">{title}</b> <span className="text-muted">({note})</span>
        </caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Option</th>
            <th scope="col">Share</th>
            <th scope="col">People</th>
            <th scope="col">Percent</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar, i) => (
            <tr key={bar.optionId}>
              <th scope="row" className="w-6 py-0.5 text-left font-semibold text-muted">
                {letterAt(i)}
              </th>
              <td className="w-full px-2" aria-hidden="true">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="block h-2 w-full" aria-hidden="true">
                  <rect width="100" height="8" className="fill-line" />
                  <rect width={bar.percent} height="8" className="fill-accent" />
                </svg>
              </td>
              <td className="pl-2 text-right">{bar.people}</td>
              <td className="pl-3 text-right whitespace-nowrap text-muted">{bar.percent} %</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-sm text-muted">
        {people === 1 ? "1 person" : `${people} people`}
        {majority === null ? "" : `; the majority says ${printLetters(majority, order, "and")}`}
        {people < majorityMinimum ? `; too few to call a majority (from ${majorityMinimum})` : ""}.
      </p>
    </div>
  );
}
