import { type FormEvent, type ReactNode, startTransition, useActionState } from "react";
import type { ItemFormState } from "#lib/attempts/actions";
import { useWords } from "#words";
import { notReadySentence } from "./not-ready-sentence.ts";

type CheckFormProps = {
  action: (state: ItemFormState, form: FormData) => Promise<ItemFormState>;
  select: number | null;
  children: ReactNode;
};

/** A form that checks an answer, and says why if it cannot be checked yet. */
export function CheckForm({ action, select, children }: CheckFormProps) {
  const t = useWords();
  const [state, post] = useActionState(action, { problem: null });

  // React's own form action empties the fields when it is done, even if something in them has to be corrected.
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    startTransition(() => post(data));
  }

  return (
    <form action={post} onSubmit={onSubmit}>
      {children}
      <p role="alert" className="mt-3 text-sm text-bad empty:hidden">
        {state.problem === null ? "" : notReadySentence(t, state.problem, select)}
      </p>
    </form>
  );
}
