"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { addPasskeyAction, beginPasskeyAction, removePasskeyAction } from "#lib/account/passkey-actions";
import type { AccountFormState } from "#lib/account/schema";
import { Choices, type ChoiceView, CurrentPassword, Outcome, Save } from "./account-form.tsx";
import { makePasskey } from "./passkey-ceremony.ts";
import { useCanPasskey } from "./use-can-passkey.ts";

const untouched: AccountFormState = { message: null, isDone: false, fields: {}, chosen: null };

/** Makes a passkey on a device, where the browser can. */
export function AddPasskeyForm({ host, hasPassword }: { host: string; hasPassword: boolean }) {
  const [state, action, isPending] = useActionState(addPasskey, untouched);
  if (!useCanPasskey(host))
    return <p className="mt-3 text-sm text-muted">A passkey can be added here by a browser that makes passkeys.</p>;
  return (
    <form action={action} className="mt-4 grid gap-4">
      <Field
        label="Passkey name"
        name="name"
        required
        maxLength={60}
        defaultValue={state.chosen ?? ""}
        hint="Such as the device or the password manager that keeps it."
      />
      <CurrentPassword hasPassword={hasPassword} problems={state.fields.current} />
      <Outcome state={state} done="The passkey is added." />
      <Save isPending={isPending}>Add a passkey</Save>
    </form>
  );
}

async function addPasskey(_: AccountFormState, form: FormData): Promise<AccountFormState> {
  const chosen = String(form.get("name") ?? "");
  const begun = await beginPasskeyAction(form);
  if (begun.options === null) return { ...untouched, message: begun.message, chosen };
  const made = await makePasskey(begun.options);
  if (!made.ok) return { ...untouched, message: made.error, chosen };
  form.set("credential", made.value);
  return addPasskeyAction(form);
}

/** Forgets the passkey that is chosen. */
export function RemovePasskeyForm({ choices, hasPassword }: { choices: readonly ChoiceView[]; hasPassword: boolean }) {
  const [state, action, isPending] = useActionState(removePasskeyAction, untouched);
  return (
    <form action={action} className="mt-3 grid gap-4">
      <Choices name="passkey" legend="Which passkey to remove" chosen={state.chosen} choices={choices} />
      <CurrentPassword hasPassword={hasPassword} problems={state.fields.current} />
      <Outcome state={state} done="The passkey is removed." />
      <Save isPending={isPending}>Remove the passkey</Save>
    </form>
  );
}
