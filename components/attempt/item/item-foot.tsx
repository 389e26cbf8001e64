import type { ReactNode } from "react";
import { Button } from "#components/ui/button";
import { useWords } from "#words";

type ItemFootProps = {
  isStudy: boolean;
  isOpen: boolean;
  isFirst: boolean;
  isFlagged: boolean;
  isWaiting: boolean;
  isPaused: boolean;
  /** Why the answer could not be checked, or nothing else happens; empty if it did. */
  problem: string;
  /** The verdict with the correct answer; null until there is one. */
  verdict: ReactNode;
  /** The question map. */
  children: ReactNode;
};

/**
 * The bar below an item: the next step is always within reach of the thumb. Each button submits the form, so that it
 * works without script. Buttons that must wait are not disabled: they would lose the focus, and the learner would lose
 * their place.
 */
export function ItemFoot(props: ItemFootProps) {
  const t = useWords();
  const { isStudy, isOpen, problem, verdict } = props;
  const mayCheck = isStudy && isOpen;
  return (
    <div className="item-foot no-print">
      <Button name="intent" value="previous" data-icon="‹" disabled={props.isFirst}>
        {t("item.previous")}
      </Button>
      <Button name="intent" value="flag" data-icon="⚑" aria-pressed={props.isFlagged}>
        {t("item.flag")}
      </Button>
      {props.children}
      {verdict === null ? null : (
        <a href="#note" className="button" data-icon="✎">
          {t("item.note")}
        </a>
      )}
      {(problem === "" && verdict) || (
        <p role="alert" className="item-word text-bad">
          {problem}
        </p>
      )}
      {mayCheck ? (
        <Button
          name="intent"
          value="check"
          look="primary"
          className="item-main"
          aria-disabled={props.isWaiting}
          disabled={props.isPaused}
        >
          {t("question.check")}
        </Button>
      ) : null}
      <Button
        name="intent"
        value="next"
        {...(mayCheck ? { "data-icon": "›" } : { look: "primary", className: "item-main" })}
      >
        {t("item.next")}
      </Button>
    </div>
  );
}
