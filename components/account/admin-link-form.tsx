"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";
import { becomeAdministrator } from "#lib/auth/actions";

/** Takes the one-time link only when asked to, so that a preview of the link does not use it up. */
export function AdminLinkForm({ token, name }: { token: string; name: string }) {
  const [state, action, isPending] = useActionState(becomeAdministrator, { message: null, isDone: false });
  return (
    <form action={action} className="grid gap-5">
      <input type="hidden" name="token" value={token} />
      <p role="status">
        {state.isDone ? state.message : `Make the account of ${name} the administrator of this site?`}
      </p>
      <p role="alert" className="text-sm text-bad empty:hidden">
        {state.isDone ? null : state.message}
      </p>
      {state.isDone ? null : (
        <SubmitButton look="primary" isPending={isPending}>
          Become administrator
        </SubmitButton>
      )}
    </form>
  );
}
