import { listText } from "#lib/dates/list-text";
import type { Distribution } from "#lib/discussion/distribution";
import { majorityMinimum } from "#lib/discussion/distribution";
import type { Distributions } from "#lib/discussion/read/get-distributions";
import { letterAt, lettersOf } from "#lib/exam/letters";
import { useWords } from "#words";

type AnswerBarsProps = { distributions: Distributions; order: readonly string[]; keyIds: readonly string[] };

/** What people answered before they could know, and what they support after discussing it. Empty parts are not shown. */
export function AnswerBars({ distributions, order, keyIds }: AnswerBarsProps) {
  const { blind, isBlindCut, leftOut, afterDiscussion } = distributions;
  if (blind.people + afterDiscussion.people + leftOut === 0) return null;
  return (
    <div className="answers">
      {blind.people + leftOut === 0 ? null : (
        <Bars
          which={isBlindCut ? "newest" : "first"}
          distribution={blind}
          order={order}
          keyIds={keyIds}
          leftOut={leftOut}
        />
      )}
      {afterDiscussion.people === 0 ? null : (
        <Bars which="after" distribution={afterDiscussion} order={order} keyIds={keyIds} />
      )}
    </div>
  );
}

type BarsProps = {
  which: "first" | "newest" | "after";
  distribution: Distribution;
  order: readonly string[];
  /** The right options, which are marked. */
  keyIds: readonly string[];
  /** Answers that are not counted. */
  leftOut?: number;
};

function Bars({ which, distribution, order, keyIds, leftOut = 0 }: BarsProps) {
  const t = useWords();
  const { bars, majority, people } = distribution;
  const count = Math.round(people);
  return (
    <div>
      <table className="answer-bars">
        <caption>{t.rich(`thread.bars-${which}`, { b: (text) => <b>{text}</b> })}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("thread.option")}</th>
            <th scope="col">{t("thread.share")}</th>
            <th scope="col">{t("thread.people")}</th>
            <th scope="col">{t("thread.percent")}</th>
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
                    <span className="sr-only"> ({t("thread.correct")})</span>
                  </span>
                ) : null}
              </th>
              <td aria-hidden="true">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={bar.percent} height="8" />
                </svg>
              </td>
              <td>{Math.round(bar.people)}</td>
              <td>{t("thread.shareOf", { share: bar.percent / 100 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-sm text-muted">
        {majority !== null
          ? t("thread.peopleMajority", { count, letters: listText(t, lettersOf(majority, order)) })
          : people < majorityMinimum
            ? t("thread.peopleFew", { count, minimum: majorityMinimum })
            : t("thread.peopleCount", { count })}{" "}
        {leftOut === 0 ? null : t("thread.leftOut", { count: leftOut })}
      </p>
    </div>
  );
}
