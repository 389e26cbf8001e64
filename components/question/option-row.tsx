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

/** One option: the whole row is its label, so a thumb cannot miss. */
export function OptionRow({ option, type, isChosen, isRuledOut, mayRuleOut, outcome }: OptionRowProps) {
  const { id, letter, html, text } = option;
  return (
    <li
      data-option={id}
      data-ruled-out={isRuledOut || undefined}
      className={`group flex items-stretch rounded-xl border ${tone(isChosen, outcome)}`}
    >
      <label className="flex min-h-12 flex-1 cursor-pointer items-start gap-3 px-4 py-3">
        <input
          type={type}
          name="option"
          value={id}
          defaultChecked={isChosen}
          disabled={outcome !== null}
          aria-label={`${letter}. ${text}`}
          className="mt-1 size-4.5 shrink-0 accent-accent"
        />
        <span aria-hidden="true" className="font-semibold text-muted">
          {`${letter}.`}
        </span>
        <span className="grid flex-1 gap-1.5">
          <span
            className="prose group-data-ruled-out:text-muted group-data-ruled-out:line-through"
            dangerouslySetInnerHTML={{ __html: html }}
          />
          {outcome === null ? null : <Outcome isChosen={isChosen} {...outcome} />}
        </span>
      </label>
      {mayRuleOut ? (
        <button
          type="submit"
          name="intent"
          value={`rule-out:${id}`}
          aria-pressed={isRuledOut}
          aria-label={`Rule out option ${letter}`}
          title={`Rule out option ${letter}`}
          className="min-w-11 rounded-r-xl text-muted hover:text-ink"
        >
          <span aria-hidden="true">⌫</span>
        </button>
      ) : null}
    </li>
  );
}

function Outcome({ isChosen, isKey, note }: { isChosen: boolean; isKey: boolean; note: string | null }) {
  return (
    <>
      <span className="flex flex-wrap gap-x-3 text-sm font-semibold">
        {isKey ? <span className="text-good">✓ Correct answer</span> : null}
        {isChosen ? <span className={isKey ? "text-good" : "text-bad"}>{isKey ? "" : "✕ "}Your answer</span> : null}
      </span>
      {note === null ? null : (
        <span className="prose block text-[0.95em] text-muted" dangerouslySetInnerHTML={{ __html: note }} />
      )}
    </>
  );
}

function tone(isChosen: boolean, outcome: OptionRowProps["outcome"]): string {
  if (outcome === null)
    return "border-edge bg-sheet hover:border-muted has-checked:border-accent has-checked:bg-accent-soft";
  if (outcome.isKey) return "border-good bg-good-soft";
  return isChosen ? "border-bad bg-bad-soft" : "border-line bg-sheet";
}
