"use client";

import { TimeIsUp } from "#components/attempt/item/clock";
import { ItemAnswer } from "#components/attempt/item/item-answer";
import { ItemExtras } from "#components/attempt/item/item-extras";
import { ItemFoot } from "#components/attempt/item/item-foot";
import { ItemHead } from "#components/attempt/item/item-head";
import { QuestionMap } from "#components/attempt/item/question-map";
import { SaveNotices } from "#components/attempt/item/save-status";
import { Shortcuts } from "#components/attempt/item/shortcuts";
import { Button } from "#components/ui/button";
import { itemAction } from "#lib/attempts/actions";
import { useWords } from "#words";
import { type ItemPageProps, useItem } from "./use-item.ts";
import { useItemButtons } from "./use-item-buttons.ts";

/** One item of an attempt in progress. Without script, its form posts to the server. */
export function ItemPage(props: ItemPageProps) {
  const t = useWords();
  const { attemptId, position, question, isStudy, children } = props;
  const { from, to } = props.section ?? { from: 1, to: props.count };
  const item = useItem(props);
  const { marks, secret, isOpen, isPaused, checking } = item;
  const { Checked, VerdictLine } = item.checkedParts;
  const { onSubmit, isStuck } = useItemButtons(props, item, { from, to });

  return (
    <div className="item" data-exam={isStudy ? undefined : ""}>
      {/* Enter in a field presses the first button there is. */}
      <button type="submit" form="item" name="intent" value={isStudy && isOpen ? "check" : "next"} hidden />
      <ItemHead
        title={props.title}
        heading={t("item.heading", { position, count: props.count })}
        progress={(position - from + 1) / (to - from + 1)}
        clockLine={props.clockLine}
      >
        {isStudy && isOpen && !item.hasClock ? (
          <Button type="button" look="quiet" onClick={item.togglePause}>
            {t(isPaused ? "item.resume" : "item.pause")}
          </Button>
        ) : null}
        <Button form="item" name="intent" value="finish" look="quiet">
          {t("item.finish")}
        </Button>
      </ItemHead>
      <div className="item-notices">
        <TimeIsUp />
        <SaveNotices />
      </div>
      <form
        ref={item.form}
        action={itemAction}
        // Not onChange: React does not see changes of fields in the HTML of a text.
        onInput={item.onInput}
        onBlur={item.onBlur}
        onSubmit={onSubmit}
        id="item"
        className="item-form"
        autoComplete="off"
        noValidate
      >
        <div>
          <input type="hidden" name="attempt" value={attemptId} />
          <input type="hidden" name="position" value={position} />
          <div hidden={isPaused}>
            <ItemAnswer
              question={question}
              marks={{ ...item.initial, ruledOut: marks.ruledOut }}
              saidDontKnow={marks.answer?.kind === "dont-know"}
              secret={secret}
              isOpen={isOpen}
              isWithheld={item.isWithheld}
              isWaiting={checking.isWaiting}
              elsewhere={item.answer.elsewhere}
            />
          </div>
          {isPaused ? <p className="mt-6 text-muted">{t("item.paused")}</p> : null}
        </div>
        <div className="item-side" hidden={isPaused}>
          {secret === null ? null : (
            <Checked secret={secret} questionPath={props.questionPath} hasNewKey={props.hasNewKey} />
          )}
          <ItemExtras
            marks={marks}
            isOpen={isOpen}
            keep={(field, value) =>
              item.record(field, value === "" && field === "confidence" ? null : value, field === "note")
            }
          />
          <Shortcuts />
        </div>
        <ItemFoot
          isStudy={isStudy}
          isOpen={isOpen}
          isFirst={position === from}
          isFlagged={marks.flagged}
          isWaiting={checking.isWaiting}
          isPaused={isPaused}
          problem={isStuck ? t("item.stuck") : (isOpen && checking.problem) || ""}
          verdict={secret === null ? null : <VerdictLine secret={secret} />}
        >
          <QuestionMap attemptId={attemptId} current={position} from={from} to={to} />
        </ItemFoot>
      </form>
      <div>{children}</div>
    </div>
  );
}
