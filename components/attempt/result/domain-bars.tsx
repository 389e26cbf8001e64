import { ShareBar } from "#components/ui/share-bar";
import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import { inBlueprintOrder } from "#lib/attempts/blueprint-order";
import type { Domain } from "#lib/exam/exam-definition";
import type { LanguageMarks } from "#lib/exam/language-marks";
import { type DomainScore, shownPercent } from "#lib/exam/scoring";
import { useWords } from "#words";

type DomainBarsProps = {
  scores: readonly DomainScore[];
  /** The pass mark in percent; null if it is not an exam. */
  passing: number | null;
  domains: readonly Domain[];
  /** Of their titles. */
  marks: LanguageMarks;
  examSlug: string | null;
};

/** Where the points were won and lost, in the order of the blueprint, each with a link to practise it. */
export function DomainBars({ scores, passing, domains, marks, examSlug }: DomainBarsProps) {
  const t = useWords();
  const titles = new Map(domains.map(({ id, title }) => [id, title]));
  return (
    <table className="w-full self-start text-sm">
      <caption className="pb-2 text-start font-semibold text-muted">{t("result.byDomain")}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("result.domain")}</th>
          <th scope="col" className="max-sm:hidden">
            {t("result.points")}
          </th>
          <th scope="col">{t("result.share")}</th>
          {examSlug === null ? null : <th scope="col">{t("result.practise")}</th>}
        </tr>
      </thead>
      <tbody>
        {inBlueprintOrder(scores, domains).map((row) => (
          <tr key={row.domain} className="border-t border-line tabular-nums">
            <th scope="row" className="py-2 text-start font-normal hyphens-auto wrap-anywhere">
              <span {...marks}>{titles.get(row.domain) ?? row.domain}</span>
              <ShareBar
                width={(100 * row.points) / row.items}
                rest={100}
                mark={passing}
                className="mt-1.5 h-2 fill-accent"
              />
              {/* A narrow page has no room for a separate column. */}
              <span className="mt-1 block text-muted sm:hidden">
                {t("result.pointsOf", { points: row.points, items: row.items })}
              </span>
            </th>
            <td className="py-2 ps-3 max-sm:hidden text-end whitespace-nowrap text-muted">
              {t("result.pointsOf", { points: row.points, items: row.items })}
            </td>
            <td className="py-2 ps-3 text-end whitespace-nowrap">
              {t("unit.percent", { share: shownPercent((100 * row.points) / row.items) / 100 })}
            </td>
            {examSlug === null ? null : (
              <td className="no-print py-1.5 ps-3 text-end">
                <Practise
                  examSlug={examSlug}
                  domain={row.domain}
                  title={titles.get(row.domain) ?? row.domain}
                  marks={marks}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type PractiseProps = { examSlug: string; domain: string; title: string; marks: LanguageMarks };

function Practise({ examSlug, domain, title, marks }: PractiseProps) {
  const t = useWords();
  return (
    <form action={startAttemptAction}>
      <input type="hidden" name="exam" value={examSlug} />
      <input type="hidden" name="mode" value="drill" />
      <input type="hidden" name="domains" value={domain} />
      <input type="hidden" name="count" value="10" />
      <StartButton className="px-3 whitespace-nowrap" slowWords={t("start.waiting")}>
        {t.rich("result.practiseDomain", {
          domain: title,
          hidden: (text) => (
            <span className="sr-only" {...marks}>
              {text}
            </span>
          ),
        })}
      </StartButton>
    </form>
  );
}
