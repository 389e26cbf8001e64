"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { FormMessage } from "#components/ui/form-message";
import { SubmitButton } from "#components/ui/submit-button";
import { type InvitationFormState, inviteAction } from "#lib/moderation/actions";
import { useWords } from "#words";

const untouched: InvitationFormState = { refusal: null, link: null, note: "" };

/** Creates a link, which is shown once: the server stores only its hash. */
export function InvitationForm() {
  const t = useWords();
  const [state, action, isPending] = useActionState(inviteAction, untouched);
  return (
    <form action={action} className="mt-4 grid max-w-md gap-4">
      <Field
        key={state.note}
        label={t("invitations.forWhom")}
        name="note"
        required
        minLength={2}
        maxLength={200}
        defaultValue={state.note}
      />
      <FormMessage of="refusal">
        {state.refusal === null ? null : t(`invitations.refused-${state.refusal}`)}
      </FormMessage>
      <div role="status" className="text-sm empty:hidden">
        {state.link === null ? null : (
          <>
            {t("invitations.shownOnce")}
            <code className="mt-1 block break-all select-all">{state.link}</code>
          </>
        )}
      </div>
      <div>
        <SubmitButton isPending={isPending}>{t("invitations.button")}</SubmitButton>
      </div>
    </form>
  );
}
