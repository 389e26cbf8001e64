import type { CalibrationRow } from "#lib/exam/own-calibration";

import { useWords } from "#words";
/** How often learners were right when they said that they were sure, not sure, or guessing. */
export function OwnCalibration({ rows }: { rows: readonly CalibrationRow[] | null }) {
  const t = useWords();
  if (rows === null) return null;
  return (
    <table className="w-full text-sm">
      <caption className="pb-2 text-start text-sm font-semibold text-muted">{t("progress.calibration")}</caption>
      <thead className="text-start text-muted">
        <tr>
          <th scope="col" className="pb-1 font-medium">
            {t("progress.youSaid")}
          </th>
          <th scope="col" className="pb-1 ps-3 text-end font-medium">
            {t("progress.correct")}
          </th>
          <th scope="col" className="pb-1 ps-3 text-end font-medium">
            {t("progress.likely")}
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {rows.map(({ confidence, answers, right, interval: { from, to } }) => (
          <tr key={confidence} className="border-t border-line">
            <th scope="row" className="py-2 text-start font-normal">
              {t(`progress.said-${confidence}`)}
            </th>
            <td className="py-2 ps-3 text-end whitespace-nowrap">
              {t("progress.rightOf", { share: Math.round((100 * right) / answers) / 100, right, answers })}
            </td>
            <td className="py-2 ps-3 text-end whitespace-nowrap">
              {t("progress.range", { from: Math.round(from), to: Math.round(to) / 100 })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
