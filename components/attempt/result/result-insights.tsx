import Link from "next/link";
import { confidenceRows, isShown, medianOfOpened, type ResultItem } from "#lib/attempts/result-view";
import { useWords } from "#words";

type ResultInsightsProps = { items: readonly ResultItem[]; planned: number | null };

/** What the answers say besides their score: confidence, changed answers, and pace. */
export function ResultInsights({ items, planned }: ResultInsightsProps) {
  const t = useWords();
  const rows = confidenceRows(items);
  const turned = items.filter((item) => isShown(item, "turned-wrong", planned)).length;
  const mended = items.filter(({ secret, turns }) => secret?.correct && turns.at(-2) === false).length;
  if (items.length < 2) return null;
  return (
    <div className="mt-6 grid grid-cols-1 gap-8 md:grid-cols-2">
      <section aria-label={t("result.pace")}>
        <h2 className="text-sm font-semibold text-muted">{t("result.pace")}</h2>
        <PaceChart items={items} planned={planned} />
      </section>
      <section aria-label={t("result.confidenceAndChanges")} className="grid grid-cols-1 content-start gap-4">
        {rows.length === 0 ? null : (
          <table className="w-full text-sm">
            <caption className="pb-2 text-start font-semibold text-muted">{t("result.confidence")}</caption>
            <thead className="text-start text-muted">
              <tr>
                <th scope="col" className="pb-1 font-medium">
                  {t("result.youSaid")}
                </th>
                <th scope="col" className="pb-1 text-end font-medium">
                  {t("result.wrong")}
                </th>
                <th scope="col" className="pb-1 text-end font-medium">
                  {t("result.right")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ confidence, right, wrong }) => (
                <tr key={confidence} className="border-t border-line tabular-nums">
                  <th scope="row" className="py-2 text-start font-normal">
                    {t(`result.confidence-${confidence}`)}
                  </th>
                  <td className="py-2 text-end">
                    {confidence === "sure" && wrong > 0 ? (
                      <Link
                        href="?show=sure-wrong#questions"
                        prefetch={false}
                        className="font-semibold text-bad underline underline-offset-4"
                      >
                        {wrong}
                      </Link>
                    ) : (
                      wrong
                    )}
                  </td>
                  <td className="py-2 text-end">{right}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <div>
          <h2 className="text-sm font-semibold text-muted">{t("result.secondThoughts")}</h2>
          <p className="mt-2 text-sm tabular-nums">
            {t.rich("result.changed", {
              wrong: () =>
                turned === 0 ? (
                  "0"
                ) : (
                  <Link
                    href="?show=turned-wrong#questions"
                    prefetch={false}
                    className="text-bad underline underline-offset-4"
                  >
                    {turned}
                  </Link>
                ),
              mended,
            })}
          </p>
        </div>
      </section>
    </div>
  );
}

const [width, height] = [600, 120] as const;

/** Seconds for each question as bars (none for one that was never opened), with the target pace as a line; the same as a table. */
function PaceChart({ items, planned }: ResultInsightsProps) {
  const t = useWords();
  const seconds = items.map(({ marks }) => marks.elapsedMs / 1000);
  const target = planned === null ? null : planned / 1000;
  const longest = Math.max(1, ...seconds, target ?? 0);
  const step = width / items.length;
  const y = (value: number) => (height * value) / longest;
  const slow = target === null ? 0 : seconds.filter((value) => value > target).length;
  const median = medianOfOpened(seconds);
  const label = { median: Math.round(median), longest: Math.round(Math.max(...seconds)) };
  return (
    <>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mt-3 h-28 w-full border-b border-edge"
      >
        {items.map(({ position }, i) => (
          <rect
            key={position}
            x={i * step + step * 0.15}
            y={height - y(seconds[i] ?? 0)}
            width={step * 0.7}
            height={y(seconds[i] ?? 0)}
            className={target !== null && (seconds[i] ?? 0) > target ? "fill-flag" : "fill-accent"}
          />
        ))}
        {target === null ? null : (
          <path
            d={`M0 ${height - y(target)}H${width}`}
            className="stroke-ink"
            strokeDasharray="4 4"
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      <p className="mt-2 text-sm text-muted tabular-nums">
        {target === null
          ? t("result.paceSummary", label)
          : t("result.paceSummaryWithTarget", { ...label, slow, target: Math.round(target) })}
      </p>
      <details className="no-print text-sm">
        <summary className="min-h-11 w-fit cursor-pointer py-2.5 text-muted">{t("result.paceTable")}</summary>
        <table className="tabular-nums">
          <thead className="text-muted">
            <tr>
              <th scope="col">{t("result.paceQuestion")}</th>
              <th scope="col">{t("result.paceTime")}</th>
            </tr>
          </thead>
          {/* Its look is said once: there may be hundreds of rows. */}
          <tbody className="[&_td]:ps-6 [&_td]:text-end [&_th]:font-normal [&_th]:tabular-nums">
            {items.map(({ position }, i) => (
              <tr key={position}>
                <th scope="row">{position}</th>
                <td>{t("unit.seconds", { count: Math.round(seconds[i] ?? 0) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
