"use client";

import { useActionState } from "react";
import { FormMessage } from "#components/ui/form-message";
import { SubmitButton } from "#components/ui/submit-button";
import { becomeAdministrator } from "#lib/auth/actions";
import { useWords } from "#words";

/** Redeems the one-time link only on a press, so that a preview of the link does not use it up. */
export function AdminLinkForm({ token, name }: { token: string; name: string }) {
  const t = useWords();
  const [state, action, isPending] = useActionState(becomeAdministrator, { refusal: null, isDone: false });
  return (
    <form action={action} className="grid gap-5">
      <input type="hidden" name="token" value={token} />
      <p role="status">{state.isDone ? t("entry.isAdmin") : t("entry.adminAsk", { name })}</p>
      <FormMessage of="refusal">{state.refusal === null ? null : t(`entry.refused-${state.refusal}`)}</FormMessage>
      {state.isDone ? null : (
        <SubmitButton look="primary" isPending={isPending}>
          {t("entry.becomeAdmin")}
        </SubmitButton>
      )}
    </form>
  );
}
