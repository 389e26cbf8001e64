"use client";

import { useRouter } from "next/navigation";
import { type FocusEvent, type FormEvent, useEffect, useRef, useState } from "react";
import { TimeIsUp } from "#components/attempt/item/clock";
import { ItemAnswer } from "#components/attempt/item/item-answer";
import { ItemExtras } from "#components/attempt/item/item-extras";
import { ItemFoot } from "#components/attempt/item/item-foot";
import { ItemHead } from "#components/attempt/item/item-head";
import type { ScreenProps } from "#components/attempt/item/item-screen";
import { QuestionMap } from "#components/attempt/item/question-map";
import { SaveNotices } from "#components/attempt/item/save-status";
import { Shortcuts } from "#components/attempt/item/shortcuts";
import { useSession, useView } from "#components/attempt/session";
import { Button } from "#components/ui/button";
import { itemAction } from "#lib/attempts/actions";
import { readButton, toggled } from "#lib/attempts/item-button";
import { destination } from "#lib/exam/destination";
import type { EntryField, ItemMarks } from "#lib/exam/entries";
import { sharesPlace } from "#lib/exam/form-fields";
import { useWords } from "#words";
import { offerMoreWays } from "../../question/moving/more-ways.ts";
import { marksOf } from "../sync/registers.ts";
import { applyAnswer } from "./apply-answer.ts";
import { cameChecked } from "./checked-parts.ts";
import { useAnswer } from "./use-answer.ts";
import { useCheck } from "./use-check.ts";
import { useItemTime } from "./use-item-time.ts";
import { useTimeIsOver } from "./use-time-is-over.ts";

type ItemPageProps = ScreenProps & { readonly rendered: ItemMarks | undefined };

/**
 * One item of an attempt in progress. Without script, its form posts to the server. With script, each change is stored
 * on the device at once and sent in the background; only what depends on the server waits for it.
 */
export function ItemPage(props: ItemPageProps) {
  const t = useWords();
  const { attemptId, position, question, isStudy, section, children } = props;
  const { sync, items } = useSession();
  const view = useView(sync);
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [isPaused, setPaused] = useState(false);
  // Checked here; the page that is requested afterwards says the same.
  const { revealed, ...checking } = useCheck({ attemptId, position, select: question.select, problem: props.problem });
  const secret = props.secret ?? revealed?.secret ?? null;
  const { Checked, VerdictLine } = revealed ?? cameChecked;
  const isWithheld = secret === null && (props.isWithheld || (revealed?.isWithheld ?? false));
  const [initial] = useState(() => marksOf(position, view.registers, props.rendered));
  const marks = marksOf(position, view.registers, props.rendered);
  const isTimeOver = useTimeIsOver(sync);
  const isOpen = secret === null && !isWithheld && !view.over && !isTimeOver;
  const time = useItemTime(sync, position, initial.elapsedMs, isOpen && !isPaused);
  const { from, to } = section ?? { from: 1, to: props.count };

  function record(field: EntryField, value: unknown, isTyped = false): Promise<void> {
    const seen = props.rendered?.stamps[field]?.version ?? 0;
    return sync.record({ position, field, value, elapsedMs: time.elapsedMs() }, isTyped, seen);
  }

  const answer = useAnswer({
    form,
    kind: question.kind,
    initial: initial.answer,
    known: marks.answer,
    isOpen,
    isShown: secret !== null,
    keep: (value, isTyped) => record("answer", value, isTyped),
  });

  function onChange({ target, currentTarget }: FormEvent<HTMLFormElement>) {
    const { name } = target as unknown as HTMLInputElement;
    if (!isOpen || name === "go-to") return;
    const isUnclear = sharesPlace(new FormData(currentTarget));
    checking.refuse(isUnclear ? "place-shared" : null);
    if (name !== "note" && name !== "confidence" && !isUnclear) answer.giveForm(name === "value");
  }

  function onBlur({ relatedTarget }: FocusEvent<HTMLFormElement>) {
    answer.leave(relatedTarget instanceof HTMLButtonElement && relatedTarget.value === "check");
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const data = new FormData(event.currentTarget, button);
    const { intent, argument } = readButton(data);
    if (intent === "flag") void record("flag", !marks.flagged);
    else if (intent === "rule-out") void record("rule-out", toggled(marks.ruledOut, argument));
    else if (intent === "dont-know" && !isStudy) {
      void answer.give({ kind: "dont-know" });
      if (form.current) applyAnswer(form.current, null);
    } else if (intent === "check" || intent === "dont-know") commit(intent);
    else go(destination(intent, argument, position, { from, to }));
  }

  function go(target: string) {
    time.leave();
    if (!isStudy && (items.get(Number(target)) !== undefined || Number(target) === props.position)) {
      window.history.pushState(null, "", `/attempts/${attemptId}/${target}`);
      window.scrollTo(0, 0);
    } else {
      void sync.flush();
      router.push(`/attempts/${attemptId}/${target}`);
    }
  }

  useEffect(() => {
    if (isOpen) offerMoreWays(form.current, question, t);
  }, [isOpen, question, t]);

  function commit(intent: "check" | "dont-know") {
    if (isPaused) return;
    if (intent === "dont-know") return checking.check(() => answer.give({ kind: "dont-know" }));
    if (form.current && sharesPlace(new FormData(form.current))) return checking.refuse("place-shared");
    checking.check();
  }

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
        {isStudy && isOpen && view.clockEndsAt === null ? (
          <Button type="button" look="quiet" onClick={() => setPaused(!isPaused)}>
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
        ref={form}
        action={itemAction}
        // Not onChange: React does not see changes of fields in the HTML of a text.
        onInput={onChange}
        onBlur={onBlur}
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
              marks={{ ...initial, ruledOut: marks.ruledOut }}
              saidDontKnow={marks.answer?.kind === "dont-know"}
              secret={secret}
              isOpen={isOpen}
              isWithheld={isWithheld}
              isWaiting={checking.isWaiting}
              elsewhere={answer.elsewhere}
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
              record(field, value === "" && field === "confidence" ? null : value, field === "note")
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
          problem={(isOpen && checking.problem) || ""}
          verdict={secret === null ? null : <VerdictLine secret={secret} />}
        >
          <QuestionMap attemptId={attemptId} current={position} from={from} to={to} />
        </ItemFoot>
      </form>
      <div>{children}</div>
    </div>
  );
}
