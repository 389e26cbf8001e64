import { type RefObject, useEffect, useRef, useState } from "react";
import type { Answer } from "#lib/exam/question";
import { readAnswer } from "#lib/exam/read-answer";
import { applyAnswer } from "./apply-answer.ts";

interface AnswerField {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly kind: Parameters<typeof readAnswer>[0];
  /** The initial answer of the fields. */
  readonly initial: Answer | null;
  /** The newest answer that this device knows of. */
  readonly known: Answer | null;
  readonly isOpen: boolean;
  /** The key is shown: the fields stay as they are. */
  readonly isShown: boolean;
  readonly keep: (value: unknown, isTyped: boolean) => Promise<void>;
}

/** The fields of the answer: their changes are stored, and they show the changes of other tabs and devices. */
export function useAnswer({ form, kind, initial, known, isOpen, isShown, keep }: AnswerField) {
  const own = useRef<string>("");
  const recording = useRef(0);
  const [settled, setSettled] = useState(0);
  /** Something was typed since the field got the focus. */
  const isTyping = useRef(false);
  const [elsewhere, setElsewhere] = useState<string | null>(null);

  function give(value: unknown, isTyped = false): Promise<void> {
    const kept = keep(value, isTyped);
    isTyping.current = isTyped;
    setElsewhere(null);
    own.current = JSON.stringify(value);
    recording.current++;
    void kept.finally(() => {
      recording.current--;
      if (recording.current === 0) setSettled((n) => n + 1);
    });
    return kept;
  }

  function giveForm(isTyped: boolean) {
    if (form.current) void give(readAnswer(kind, new FormData(form.current)), isTyped);
  }

  // What was clicked before the script arrived counts like any other click.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the item is shown
  useEffect(() => {
    if (!isOpen || form.current === null) return;
    const found = readAnswer(kind, new FormData(form.current));
    const before = initial?.kind === "dont-know" ? null : initial;
    if (found !== null && JSON.stringify(found) !== JSON.stringify(before)) giveForm(false);
  }, []);

  // An answer from another tab, another device, or from before this page was rendered. While clicks of one's own are
  // being kept, what is known lags behind them and must not undo them.
  const answer = JSON.stringify(known);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when the last click is kept
  useEffect(() => {
    if (form.current === null || isShown || recording.current > 0 || answer === own.current) return;
    // Nothing is replaced while somebody is typing: they see it beside the field, and in it when they leave the field.
    if (isTyping.current) return setElsewhere(typedText(known));
    own.current = answer;
    applyAnswer(form.current, JSON.parse(answer));
  }, [answer, isShown, settled]);

  /** The focus leaves the field. People who check an answer mean the one that they see. */
  function leave(isToCheck: boolean) {
    if (!isTyping.current) return;
    if (elsewhere !== null && isToCheck) giveForm(true);
    isTyping.current = false;
    setElsewhere(null);
    setSettled((n) => n + 1);
  }

  return { give, giveForm, leave, elsewhere };
}

function typedText(answer: Answer | null): string {
  if (answer?.kind === "dont-know") return "dont-know";
  return answer?.kind === "numeric" || answer?.kind === "text" ? answer.value : "";
}
