"use client";

import { useActionState } from "react";
import { addPasskeyAction, beginPasskeyAction, removePasskeyAction } from "#lib/account/passkey-actions";
import type { AccountFormState } from "#lib/account/schema";
import { useWords } from "#words";
import { AccountField } from "./account-field.tsx";
import { Choices, type ChoiceView, CurrentPassword, Outcome, Save } from "./account-form.tsx";
import { makePasskey } from "./passkey-ceremony.ts";
import { useCanPasskey } from "./use-can-passkey.ts";

const untouched: AccountFormState = { refusal: null, isDone: false, fields: {}, chosen: null };

/** Creates a passkey on a device, if the browser can. */
export function AddPasskeyForm({ host, hasPassword }: { host: string; hasPassword: boolean }) {
  const t = useWords();
  const [state, action, isPending] = useActionState(addPasskey, untouched);
  if (!useCanPasskey(host)) return <p className="mt-3 text-sm text-muted">{t("account.passkeyCannot")}</p>;
  return (
    <form action={action} className="mt-4 grid gap-4">
      <AccountField
        label={t("account.passkeyName")}
        name="name"
        required
        maxLength={60}
        defaultValue={state.chosen ?? ""}
        hint={t("account.passkeyNameHint")}
        problems={state.fields.name}
      />
      <CurrentPassword hasPassword={hasPassword} problems={state.fields.current} />
      <Outcome state={state} done={t("account.passkeyAdded")} />
      <Save isPending={isPending}>{t("account.addPasskey")}</Save>
    </form>
  );
}

async function addPasskey(_: AccountFormState, form: FormData): Promise<AccountFormState> {
  const chosen = String(form.get("name") ?? "");
  const begun = await beginPasskeyAction(form);
  if (begun.options === null) return { ...untouched, refusal: begun.refusal, fields: begun.fields, chosen };
  const made = await makePasskey(begun.options);
  if (!made.ok) return { ...untouched, refusal: made.error, chosen };
  form.set("credential", made.value);
  return addPasskeyAction(form);
}

/** Removes the chosen passkey. */
export function RemovePasskeyForm({ choices, hasPassword }: { choices: readonly ChoiceView[]; hasPassword: boolean }) {
  const t = useWords();
  const [state, action, isPending] = useActionState(removePasskeyAction, untouched);
  return (
    <form action={action} className="mt-3 grid gap-4">
      <Choices name="passkey" legend={t("account.passkeyChoose")} chosen={state.chosen} choices={choices} />
      <CurrentPassword hasPassword={hasPassword} problems={state.fields.current} />
      <Outcome state={state} done={t("account.passkeyRemoved")} />
      <Save isPending={isPending}>{t("account.removePasskey")}</Save>
    </form>
  );
}
