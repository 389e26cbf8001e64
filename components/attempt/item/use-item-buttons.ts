import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useSession } from "#components/attempt/session";
import { readButton, toggled } from "#lib/attempts/item-button";
import { destination } from "#lib/exam/destination";
import { sharesPlace } from "#lib/exam/form-fields";
import { applyAnswer } from "./apply-answer.ts";
import type { ItemPageProps, ItemState } from "./use-item.ts";

/** The positions that can be reached from an item: those of its section. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/**
 * Does what the button says that submits an item's form. Only what depends on the server waits for it; `isStuck`: a page
 * that waits for the network.
 */
export function useItemButtons(props: ItemPageProps, item: ItemState, { from, to }: Reach) {
  const { attemptId, position, isStudy } = props;
  const { sync, items } = useSession();
  const router = useRouter();
  const [isStuck, setStuck] = useState(false);
  const { form, marks, answer, checking, record } = item;

  function commit(intent: "check" | "dont-know") {
    if (item.isPaused) return;
    if (intent === "dont-know") return checking.check(() => answer.give({ kind: "dont-know" }));
    if (form.current && sharesPlace(new FormData(form.current))) return checking.refuse("place-shared");
    checking.check();
  }

  function go(target: string) {
    item.time.leave();
    if (!isStudy && (items.get(Number(target)) !== undefined || Number(target) === position)) {
      window.history.pushState(null, "", `/attempts/${attemptId}/${target}`);
      window.scrollTo(0, 0);
    } else {
      void sync.flush();
      setStuck(!navigator.onLine);
      router.push(`/attempts/${attemptId}/${target}`);
    }
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const { intent, argument } = readButton(new FormData(event.currentTarget, button));
    if (intent === "flag") void record("flag", !marks.flagged);
    else if (intent === "rule-out") void record("rule-out", toggled(marks.ruledOut, argument));
    else if (intent === "dont-know" && !isStudy) {
      void answer.give({ kind: "dont-know" });
      if (form.current) applyAnswer(form.current, null);
    } else if (intent === "check" || intent === "dont-know") commit(intent);
    else go(destination(intent, argument, position, { from, to }));
  }

  return { onSubmit, isStuck };
}
