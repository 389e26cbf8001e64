import { ShareBar } from "#components/ui/share-bar";
import type { DomainProgress } from "#lib/progress/read/exam-evidence";

/** How many first answers were right, by domain, with the counts behind each share. */
export function DomainTable({ domains }: { domains: readonly DomainProgress[] }) {
  return (
    <table className="w-full text-sm">
      <caption className="pb-2 text-left text-sm font-semibold text-muted">First answers by domain</caption>
      <thead className="text-left text-muted">
        <tr>
          <th scope="col" className="pb-2 font-medium">
            Domain
          </th>
          <th scope="col" className="pb-2 pl-3 text-right font-medium whitespace-nowrap">
            Answered
          </th>
          <th scope="col" className="pb-2 pl-3 text-right font-medium whitespace-nowrap">
            Right
          </th>
        </tr>
      </thead>
      <tbody>
        {domains.map(({ id, title, weight, available, answers, earned }) => {
          const share = answers === 0 ? null : (100 * earned) / answers;
          return (
            <tr key={id} className="border-t border-line align-baseline tabular-nums">
              <th scope="row" className="py-2 text-left font-normal">
                {title} <span className="text-muted">({weight}%)</span>
                <div aria-hidden="true" className="mt-1 h-1 rounded bg-line">
                  <ShareBar width={share ?? 0} />
                </div>
              </th>
              <td className="py-2 pl-3 text-right whitespace-nowrap">
                {answers} of {available}
              </td>
              <td className="py-2 pl-3 text-right whitespace-nowrap">
                {share === null ? "–" : `${Math.round(share)}%`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
