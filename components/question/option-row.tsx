import type { ShownOption } from "#lib/exam/presentation";
import { useWords } from "#words";

type OptionRowProps = {
  option: ShownOption;
  type: "radio" | "checkbox";
  isChosen: boolean;
  isRuledOut: boolean;
  mayRuleOut: boolean;
  /** Null until the key may be shown. */
  outcome: {
    isKey: boolean;
    note: string | null;
    /** The share of first answers, from 0 to 1; undefined while there are too few. */
    share: number | undefined;
  } | null;
};

/**
 * One option: letter and text are the label of its control, so that it is easy to hit with a thumb and a screen reader
 * reads it once.
 */
export function OptionRow({ option, type, isChosen, isRuledOut, mayRuleOut, outcome }: OptionRowProps) {
  const t = useWords();
  const { id, letter, html } = option;
  return (
    <li
      className="option"
      data-option={id}
      data-ruled-out={isRuledOut || undefined}
      data-is={outcome === null ? undefined : outcome.isKey ? "key" : isChosen ? "wrong" : "other"}
    >
      <label>
        <input type={type} name="option" value={id} defaultChecked={isChosen} />
        <b>{`${letter}.`}</b> <span className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      </label>
      {mayRuleOut ? (
        <button
          type="submit"
          name="intent"
          value={`rule-out:${id}`}
          aria-pressed={isRuledOut}
          aria-label={t("question.ruleOutOption", { letter })}
        >
          {t("question.ruleOut")}
        </button>
      ) : null}
      {outcome === null ? null : <Outcome isChosen={isChosen} {...outcome} />}
    </li>
  );
}

type OutcomeProps = NonNullable<OptionRowProps["outcome"]> & { isChosen: boolean };

function Outcome({ isChosen, isKey, note, share }: OutcomeProps) {
  const t = useWords();
  const isSaid = isKey || isChosen || share !== undefined;
  if (!isSaid && note === null) return null;
  return (
    <div className="option-outcome">
      {isSaid ? (
        <p>
          {isKey ? <span className="text-good">✓ {t("question.correctAnswer")}</span> : null}
          {isChosen ? (
            <span className={isKey ? "text-good" : "text-bad"}>
              {isKey ? "" : "✕ "}
              {t("question.yourAnswer")}
            </span>
          ) : null}
          {share === undefined ? null : <span className="text-muted">{t("question.chosenBy", { share })}</span>}
        </p>
      ) : null}
      {note === null ? null : <div className="prose" dangerouslySetInnerHTML={{ __html: note }} />}
    </div>
  );
}
