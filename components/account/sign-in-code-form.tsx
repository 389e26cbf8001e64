"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { signInCode } from "#lib/auth/actions";
import { EntryForm } from "./entry-form.tsx";

const toSignIn = { question: "Another account?", path: "/sign-in", name: "Sign in" };

/** The second step of a sign-in, for those who have set up an authenticator app. */
export function SignInCodeForm({ returnTo }: { returnTo: string }) {
  const [state, action, isPending] = useActionState(signInCode, { message: null, fields: {}, values: {} });
  return (
    <EntryForm title="Code" button="Sign in" other={toSignIn} {...{ action, isPending, state, returnTo }}>
      <Field
        label="Code"
        name="code"
        autoComplete="one-time-code"
        required
        maxLength={20}
        hint="Six digits that your app shows, or one of your recovery codes."
        problems={state.fields.code}
      />
    </EntryForm>
  );
}
