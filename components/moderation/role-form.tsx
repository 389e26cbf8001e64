"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { SubmitButton } from "#components/ui/submit-button";
import { giveRoleAction, type RoleFormState } from "#lib/moderation/actions";

const choices = [
  ["member", "Member (no role)"],
  ["author", "Author"],
  ["moderator", "Moderator"],
  ["administrator", "Administrator"],
] as const;

const untouched: RoleFormState = { message: null, isDone: false, email: "", role: "author", reason: "" };

/** Gives the account with an address a role. The reason is kept in the log. */
export function RoleForm() {
  const [state, action, isPending] = useActionState(giveRoleAction, untouched);
  return (
    <form action={action} className="mt-4 grid max-w-md gap-4">
      {/* Made anew with what was refused: React's reset of a form would go back to the first role. */}
      <RoleFields key={`${state.email} ${state.role} ${state.reason}`} state={state} />
      <p role="alert" className="text-sm text-bad empty:hidden">
        {state.message}
      </p>
      <p role="status" className="text-sm text-good empty:hidden">
        {state.isDone ? "Done, and in the log." : null}
      </p>
      <div>
        <SubmitButton isPending={isPending}>Change role</SubmitButton>
      </div>
    </form>
  );
}

function RoleFields({ state }: { state: RoleFormState }) {
  return (
    <>
      <Field label="Email" name="email" type="email" required maxLength={200} defaultValue={state.email} />
      <label className="grid gap-1.5 text-sm font-medium">
        Role
        <select name="role" defaultValue={state.role} className="min-h-11 rounded-lg border border-line bg-sheet px-2">
          {choices.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Field label="Reason" name="reason" required minLength={3} maxLength={1000} defaultValue={state.reason} />
    </>
  );
}
