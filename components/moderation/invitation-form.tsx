"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { SubmitButton } from "#components/ui/submit-button";
import { type InvitationFormState, inviteAction } from "#lib/moderation/actions";

const untouched: InvitationFormState = { message: null, link: null, note: "" };

/** Makes a link, which is shown once: the server keeps only its hash. */
export function InvitationForm() {
  const [state, action, isPending] = useActionState(inviteAction, untouched);
  return (
    <form action={action} className="mt-4 grid max-w-md gap-4">
      <Field
        key={state.note}
        label="For whom"
        name="note"
        required
        minLength={2}
        maxLength={200}
        defaultValue={state.note}
      />
      <p role="alert" className="text-sm text-bad empty:hidden">
        {state.message}
      </p>
      <div role="status" className="text-sm empty:hidden">
        {state.link === null ? null : (
          <>
            Send this link to one person. It is shown this once.
            <code className="mt-1 block break-all">{state.link}</code>
          </>
        )}
      </div>
      <div>
        <SubmitButton isPending={isPending}>Make a link</SubmitButton>
      </div>
    </form>
  );
}
