import type { ShownOption } from "#lib/exam/presentation";

type OptionRowProps = {
  option: ShownOption;
  type: "radio" | "checkbox";
  isChosen: boolean;
  isRuledOut: boolean;
  mayRuleOut: boolean;
  /** Null until the key may be shown. */
  outcome: { isKey: boolean; note: string | null } | null;
};

/**
 * One option: letter and text are the label of its control, so that a thumb cannot miss and a screen reader reads them once.
 */
export function OptionRow({ option, type, isChosen, isRuledOut, mayRuleOut, outcome }: OptionRowProps) {
  const { id, letter, html } = option;
  return (
    <li
      className="option"
      data-option={id}
      data-ruled-out={isRuledOut || undefined}
      data-is={outcome === null ? undefined : outcome.isKey ? "key" : isChosen ? "wrong" : "other"}
    >
      <label>
        <input type={type} name="option" value={id} defaultChecked={isChosen} disabled={outcome !== null} />
        <b>{`${letter}.`}</b> <span className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      </label>
      {mayRuleOut ? (
        <button
          type="submit"
          name="intent"
          value={`rule-out:${id}`}
          aria-pressed={isRuledOut}
          aria-label={`Rule out option ${letter}`}
        >
          Rule out
        </button>
      ) : null}
      {outcome === null ? null : <Outcome isChosen={isChosen} {...outcome} />}
    </li>
  );
}

function Outcome({ isChosen, isKey, note }: { isChosen: boolean; isKey: boolean; note: string | null }) {
  if (!isChosen && !isKey && note === null) return null;
  return (
    <div className="option-outcome">
      {isKey || isChosen ? (
        <p className="flex flex-wrap gap-x-3 font-semibold">
          {isKey ? <span className="text-good">✓ Correct answer</span> : null}
          {isChosen ? <span className={isKey ? "text-good" : "text-bad"}>{isKey ? "" : "✕ "}Your answer</span> : null}
        </p>
      ) : null}
      {note === null ? null : <div className="prose" dangerouslySetInnerHTML={{ __html: note }} />}
    </div>
  );
}
