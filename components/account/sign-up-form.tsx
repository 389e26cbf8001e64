"use client";

import { useActionState } from "react";
import { signUp } from "#lib/auth/actions";
import { useWords } from "#words";
import { AccountField } from "./account-field.tsx";
import { EmailField, EntryForm } from "./entry-form.tsx";

/** A new account, which takes over what this device's guest did. */
export function SignUpForm({ returnTo, invitation }: { returnTo: string; invitation: string }) {
  const t = useWords();
  const [state, action, isPending] = useActionState(signUp, { refusal: null, fields: {}, values: {} });
  const other = { question: t("entry.alreadyHere"), path: "/sign-in", name: t("entry.signIn") };
  return (
    <EntryForm
      title={t("entry.signUp")}
      button={t("entry.createAccount")}
      {...{ other, action, isPending, state, returnTo }}
    >
      <input type="hidden" name="invitation" value={invitation} />
      <p className="text-sm text-muted">{t("entry.keepsAttempts")}</p>
      <AccountField
        label={t("field.name")}
        name="name"
        autoComplete="nickname"
        required
        hint={t("field.nameHint")}
        defaultValue={state.values.name}
        problems={state.fields.name}
      />
      <EmailField state={state} />
      <AccountField
        label={t("field.password")}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        hint={t("field.passwordHint")}
        problems={state.fields.password}
      />
    </EntryForm>
  );
}
