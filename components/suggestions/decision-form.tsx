"use client";

import { useActionState } from "react";
import { NoDefaultButton } from "#components/no-default-button";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { FormMessage } from "#components/ui/form-message";
import { decideSuggestionAction } from "#lib/suggestions/actions";
import { useWords } from "#words";

/** Accepts or declines a suggested edit. `unsent` is a reply from before its author had to sign in again; "" without one. */
export function DecisionForm({ id, isAccepted, unsent }: { id: string; isAccepted: boolean; unsent: string }) {
  const t = useWords();
  const [state, act, isPending] = useActionState(decideSuggestionAction, { said: null, answer: unsent });
  return (
    <form action={act} className="mt-4 grid gap-3 border-t border-line pt-4">
      <NoDefaultButton />
      <input type="hidden" name="suggestion" value={id} />
      <Field
        label={t("suggestions.reply")}
        hint={t("suggestions.replyHint")}
        name="answer"
        maxLength={1000}
        defaultValue={state.answer}
      />
      <FormMessage of="refusal">
        {state.said === null || state.said === "decided" ? null : t(`suggestions.decided-${state.said}`)}
      </FormMessage>
      <div className="flex flex-wrap gap-4">
        {isAccepted ? null : (
          <Button name="act" value="accept" look="primary" aria-disabled={isPending}>
            {t("suggestions.accept")}
          </Button>
        )}
        <Button name="act" value="decline" aria-disabled={isPending}>
          {t("suggestions.decline")}
        </Button>
      </div>
    </form>
  );
}
