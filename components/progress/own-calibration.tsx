import type { CalibrationRow } from "#lib/exam/own-calibration";

const words = { sure: "Sure", unsure: "Not sure", guess: "Guessing" } as const;

/** How often one was right when one said to be sure, not sure, or guessing. */
export function OwnCalibration({ rows }: { rows: readonly CalibrationRow[] | null }) {
  if (rows === null) return null;
  return (
    <table className="w-full text-sm">
      <caption className="pb-2 text-left text-sm font-semibold text-muted">How well you know what you know</caption>
      <thead className="text-left text-muted">
        <tr>
          <th scope="col" className="pb-1 font-medium">
            You said
          </th>
          <th scope="col" className="pb-1 pl-3 text-right font-medium">
            Right
          </th>
          <th scope="col" className="pb-1 pl-3 text-right font-medium">
            Likely between
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {rows.map(({ confidence, answers, right, interval: { from, to } }) => (
          <tr key={confidence} className="border-t border-line">
            <th scope="row" className="py-2 text-left font-normal">
              {words[confidence]}
            </th>
            <td className="py-2 pl-3 text-right whitespace-nowrap">
              {Math.round((100 * right) / answers)}% ({right} of {answers})
            </td>
            <td className="py-2 pl-3 text-right whitespace-nowrap">
              {Math.round(from)}–{Math.round(to)}%
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
