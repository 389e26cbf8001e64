import { ChangedElsewhere } from "#components/attempt/item/changed-elsewhere";
import { AnswerInput } from "#components/question/answer-input";
import { Stem } from "#components/question/stem";
import { WithheldNote } from "#components/question/withheld-note";
import { Button } from "#components/ui/button";
import type { ItemMarks } from "#lib/exam/entries";
import type { ShownQuestion, ShownSecret } from "#lib/exam/presentation";
import { useWords } from "#words";

type ItemAnswerProps = {
  question: ShownQuestion;
  /** The initial values of the fields; `saidDontKnow` is what is known now. */
  marks: ItemMarks;
  saidDontKnow: boolean;
  secret: ShownSecret | null;
  isOpen: boolean;
  isWithheld: boolean;
  isWaiting: boolean;
  /** What another tab or device has answered meanwhile; null if the fields show the newest answer. */
  elsewhere: string | null;
};

/** The question of an item and the fields for its answer. */
export function ItemAnswer({ question, marks, saidDontKnow, secret, isOpen, ...state }: ItemAnswerProps) {
  const t = useWords();
  return (
    <>
      <Stem question={question} id="stem" />
      <div inert={secret === null && !isOpen}>
        {/* Rendered again with its key: otherwise the fields would keep what was typed before "I don't know". */}
        <AnswerInput
          key={secret === null ? "open" : "shown"}
          question={question}
          marks={marks}
          secret={secret}
          stemId="stem"
          mayRuleOut
        />
      </div>
      <ChangedElsewhere text={state.elsewhere === "dont-know" ? t("question.dontKnow") : state.elsewhere} />
      {state.isWithheld ? <WithheldNote /> : null}
      {isOpen ? (
        <div className="item-skip">
          {saidDontKnow ? <p className="text-sm text-muted">{t("item.saidDontKnow")}</p> : null}
          <Button name="intent" value="dont-know" look="quiet" aria-disabled={state.isWaiting}>
            {t("question.dontKnow")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
