import { type FocusEvent, type FormEvent, useEffect, useRef, useState } from "react";
import type { ScreenProps } from "#components/attempt/item/item-screen";
import { useSession, useView } from "#components/attempt/session";
import type { EntryField, ItemMarks } from "#lib/exam/entries";
import { sharesPlace } from "#lib/exam/form-fields";
import { useWords } from "#words";
import { offerMoreWays } from "../../question/moving/more-ways.ts";
import { marksOf } from "../sync/registers.ts";
import { cameChecked } from "./checked-parts.ts";
import { useAnswer } from "./use-answer.ts";
import { useCheck } from "./use-check.ts";
import { useItemTime } from "./use-item-time.ts";
import { useTimeIsOver } from "./use-time-is-over.ts";

export type ItemPageProps = ScreenProps & { readonly rendered: ItemMarks | undefined };
export type ItemState = ReturnType<typeof useItem>;

/**
 * An item in a page with script: what is known of it, and its fields. Each change is stored on the device at once and
 * sent in the background.
 */
export function useItem({ attemptId, position, question, rendered, ...props }: ItemPageProps) {
  const t = useWords();
  const { sync } = useSession();
  const view = useView(sync);
  const form = useRef<HTMLFormElement>(null);
  const [isPaused, setPaused] = useState(false);
  // Checked here; the page that is requested afterwards says the same.
  const { revealed, ...checking } = useCheck({ attemptId, position, select: question.select, problem: props.problem });
  const secret = props.secret ?? revealed?.secret ?? null;
  const isWithheld = secret === null && (props.isWithheld || (revealed?.isWithheld ?? false));
  const marks = marksOf(position, view.registers, rendered);
  const [initial] = useState(marks);
  const isTimeOver = useTimeIsOver(sync);
  const isOpen = secret === null && !isWithheld && !view.over && !isTimeOver;
  const time = useItemTime(sync, position, initial.elapsedMs, isOpen && !isPaused);

  function record(field: EntryField, value: unknown, isTyped = false): Promise<void> {
    const seen = rendered?.stamps[field]?.version ?? 0;
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

  function onInput({ target, currentTarget }: FormEvent<HTMLFormElement>) {
    const { name } = target as unknown as HTMLInputElement;
    if (!isOpen || name === "go-to") return;
    const isUnclear = sharesPlace(new FormData(currentTarget));
    checking.refuse(isUnclear ? "place-shared" : null);
    if (name !== "note" && name !== "confidence" && !isUnclear) answer.giveForm(name === "value");
  }

  function onBlur({ relatedTarget }: FocusEvent<HTMLFormElement>) {
    answer.leave(relatedTarget instanceof HTMLButtonElement && relatedTarget.value === "check");
  }

  useEffect(() => {
    if (isOpen) offerMoreWays(form.current, question, t);
  }, [isOpen, question, t]);

  return {
    form,
    initial,
    marks,
    secret,
    checkedParts: revealed ?? cameChecked,
    isOpen,
    isWithheld,
    isPaused,
    togglePause: () => setPaused(!isPaused),
    hasClock: view.clockEndsAt !== null,
    time,
    answer,
    checking,
    record,
    onInput,
    onBlur,
  };
}
