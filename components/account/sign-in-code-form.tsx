"use client";

import { useActionState } from "react";
import { signInCode } from "#lib/auth/actions";
import { useWords } from "#words";
import { AccountField } from "./account-field.tsx";
import { EntryForm } from "./entry-form.tsx";

/** The second step of a sign-in, for those who have set up an authenticator app. */
export function SignInCodeForm({ returnTo }: { returnTo: string }) {
  const t = useWords();
  const [state, action, isPending] = useActionState(signInCode, { refusal: null, fields: {}, values: {} });
  const other = { question: t("entry.otherAccount"), path: "/sign-in", name: t("entry.signIn") };
  return (
    <EntryForm
      title={t("entry.codeTitle")}
      button={t("entry.signIn")}
      {...{ other, action, isPending, state, returnTo }}
    >
      <AccountField
        label={t("field.code")}
        name="code"
        autoComplete="one-time-code"
        required
        maxLength={20}
        hint={t("entry.codeHint")}
        problems={state.fields.code}
      />
    </EntryForm>
  );
}
