import { ShareBar } from "#components/ui/share-bar";
import type { LanguageMarks } from "#lib/exam/language-marks";
import type { DomainProgress } from "#lib/progress/read/exam-evidence";

import { useWords } from "#words";
/** How many first answers were right, by domain, with the counts behind each share. */
export function DomainTable({ domains, marks }: { domains: readonly DomainProgress[]; marks: LanguageMarks }) {
  const t = useWords();
  return (
    <table className="w-full text-sm">
      <caption className="pb-2 text-start text-sm font-semibold text-muted">{t("progress.domains")}</caption>
      <thead className="text-start text-muted">
        <tr>
          <th scope="col" className="pb-2 font-medium">
            {t("progress.domain")}
          </th>
          <th scope="col" className="pb-2 ps-3 text-end font-medium whitespace-nowrap">
            {t("progress.answered")}
          </th>
          <th scope="col" className="pb-2 ps-3 text-end font-medium whitespace-nowrap">
            {t("progress.correct")}
          </th>
        </tr>
      </thead>
      <tbody>
        {domains.map(({ id, title, weight, available, answers, earned }) => {
          const share = answers === 0 ? null : (100 * earned) / answers;
          return (
            <tr key={id} className="border-t border-line align-baseline tabular-nums">
              <th scope="row" className="py-2 text-start font-normal hyphens-auto wrap-anywhere">
                <span {...marks}>{title}</span>{" "}
                <span className="text-muted">({t("unit.percent", { share: weight / 100 })})</span>
                <div aria-hidden="true" className="mt-1 h-1 rounded bg-track">
                  <ShareBar width={share ?? 0} />
                </div>
              </th>
              <td className="py-2 ps-3 text-end whitespace-nowrap">
                {t("progress.answeredOf", { answers, available })}
              </td>
              <td className="py-2 ps-3 text-end whitespace-nowrap">
                {share === null ? "–" : t("unit.percent", { share: Math.round(share) / 100 })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
