import type { Distribution } from "#lib/discussion/distribution";
import { majorityMinimum } from "#lib/discussion/distribution";
import type { Distributions } from "#lib/discussion/read/get-distributions";
import { letterAt, printLetters } from "#lib/exam/letters";

type AnswerBarsProps = { distributions: Distributions; order: readonly string[]; keyIds: readonly string[] };

/** What people answer before they could know, and what they stand by after talking about it. */
export function AnswerBars({ distributions, order, keyIds }: AnswerBarsProps) {
  const { blind, isBlindCut, leftOut, afterDiscussion } = distributions;
  if (blind.people + afterDiscussion.people + leftOut === 0) return null;
  return (
    <div className="mt-4 grid max-w-3xl gap-x-10 gap-y-6 rounded-xl border border-line bg-sheet p-5 sm:grid-cols-2">
      <Bars
        title="First answers"
        note={`${isBlindCut ? "the newest, " : ""}before seeing the solution`}
        distribution={blind}
        order={order}
        keyIds={keyIds}
        remark={leftOut === 0 ? "" : ` ${leftOut} answers without an account are left out: they came all at once.`}
      />
      <Bars
        title="After discussion"
        note="answers in comments"
        distribution={afterDiscussion}
        order={order}
        keyIds={keyIds}
      />
    </div>
  );
}

type BarsProps = {
  title: string;
  note: string;
  distribution: Distribution;
  order: readonly string[];
  /** The right options, which are marked. */
  keyIds: readonly string[];
  /** Follows the number of people. */
  remark?: string;
};

function Bars({ title, note, distribution, order, keyIds, remark = "" }: BarsProps) {
  const { bars, majority } = distribution;
  const people = Math.round(distribution.people);
  const verdict =
    majority === null
      ? distribution.people < majorityMinimum
        ? `; too few to call a majority (from ${majorityMinimum})`
        : ""
      : `; the majority says ${printLetters(majority, order, "and")}`;
  return (
    <div>
      <table className="answer-bars">
        <caption>
          <b>{title}</b> {`(${note})`}
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
              <th scope="row">
                {letterAt(i)}
                {keyIds.includes(bar.optionId) ? (
                  <span className="text-good">
                    <span aria-hidden="true"> ✓</span>
                    <span className="sr-only"> (correct)</span>
                  </span>
                ) : null}
              </th>
              <td aria-hidden="true">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={bar.percent} height="8" />
                </svg>
              </td>
              <td>{Math.round(bar.people)}</td>
              <td>{`${bar.percent}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-sm text-muted">{`${people === 1 ? "1 person" : `${people} people`}${verdict}.${remark}`}</p>
    </div>
  );
}
