import type { LanguageMarks } from "#lib/exam/language-marks";

/** One checkbox of a filter: the value that is sent, its label, and how many questions it alone leaves. */
export interface PracticeCheck {
  readonly value: string;
  readonly label: string;
  /** Null until it is known. */
  readonly count: number | null;
}

type PracticeChecksProps = {
  legend: string;
  /** The language of the labels, if it differs from that of the page. */
  marks?: LanguageMarks;
  name: string;
  checks: readonly PracticeCheck[];
  /** Ticked initially. */
  initial: readonly string[];
  onToggle: (value: string, isOn: boolean) => void;
};

/** A group of check boxes, each with its count. */
export function PracticeChecks({ legend, marks, name, checks, initial, onToggle }: PracticeChecksProps) {
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      <div className="grid gap-x-5 *:flex *:min-h-11 *:items-center *:gap-2.5 sm:grid-cols-2 [&_input]:size-4.5 [&_input]:shrink-0 [&_input]:accent-accent">
        {checks.map(({ value, label, count }) => (
          <label key={value}>
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={initial.includes(value)}
              onChange={({ target }) => onToggle(value, target.checked)}
            />
            <span>
              <span {...marks}>{label}</span>
              {count === null ? null : <span className="text-muted tabular-nums"> ({count})</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
