"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { FormMessage } from "#components/ui/form-message";
import { SubmitButton } from "#components/ui/submit-button";
import type { Role } from "#lib/auth/role";
import { giveRoleAction, type RoleFormState } from "#lib/moderation/actions";
import { useWords } from "#words";

/** In the order in which they are offered. */
const roles = ["member", "author", "moderator", "administrator"] as const satisfies readonly Role[];
const longestReason = 1_000;

const untouched: RoleFormState = { refusal: null, isDone: false, email: "", role: "author", reason: "" };

/** Assigns a role to the account with an address. The reason is kept in the log. */
export function RoleForm() {
  const t = useWords();
  const [state, action, isPending] = useActionState(giveRoleAction, untouched);
  return (
    <form action={action} className="mt-4 grid max-w-md gap-4">
      {/* Made anew with what was refused: React's reset of a form would go back to the first role. */}
      <RoleFields key={`${state.email} ${state.role} ${state.reason}`} state={state} />
      <FormMessage of="refusal">
        {state.refusal === null ? null : t(`roles.refused-${state.refusal}`, { most: longestReason })}
      </FormMessage>
      <FormMessage of="success">{state.isDone ? t("roles.done") : null}</FormMessage>
      <div>
        <SubmitButton isPending={isPending}>{t("roles.button")}</SubmitButton>
      </div>
    </form>
  );
}

function RoleFields({ state }: { state: RoleFormState }) {
  const t = useWords();
  return (
    <>
      <Field label={t("roles.email")} name="email" type="email" required maxLength={200} defaultValue={state.email} />
      <label className="grid gap-1.5 text-sm font-medium">
        {t("roles.role")}
        <select name="role" defaultValue={state.role} className="min-h-11 rounded-lg border border-edge bg-sheet px-2">
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`roles.role-${role}`)}
            </option>
          ))}
        </select>
      </label>
      <Field
        label={t("roles.reason")}
        name="reason"
        required
        minLength={3}
        maxLength={longestReason}
        defaultValue={state.reason}
      />
    </>
  );
}
