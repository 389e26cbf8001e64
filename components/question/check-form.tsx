"use client";

import { type ReactNode, useActionState } from "react";
import type { ItemFormState } from "#lib/attempts/actions";
import { notReadySentence } from "./not-ready-sentence.ts";

type CheckFormProps = {
  action: (state: ItemFormState, form: FormData) => Promise<ItemFormState>;
  select: number | null;
  isOpen: boolean;
  children: ReactNode;
};

/** A form that checks an answer, and says why when it cannot be checked yet. */
export function CheckForm({ action, select, isOpen, children }: CheckFormProps) {
  const [state, post] = useActionState(action, { problem: null });
  return (
    <form action={post}>
      {children}
      <p role="alert" className="mt-3 text-sm text-bad empty:hidden">
        {state.problem === null || !isOpen ? "" : notReadySentence(state.problem, select)}
      </p>
    </form>
  );
}
