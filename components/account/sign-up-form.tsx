"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { signUp } from "#lib/auth/actions";
import { EmailField, EntryForm } from "./entry-form.tsx";

const toSignIn = { question: "Already here?", path: "/sign-in", name: "Sign in" };

/** A new account, which takes over what this device's guest did. */
export function SignUpForm({ returnTo, invitation }: { returnTo: string; invitation: string }) {
  const [state, action, isPending] = useActionState(signUp, { message: null, fields: {}, values: {} });
  return (
    <EntryForm title="Sign up" button="Create account" other={toSignIn} {...{ action, isPending, state, returnTo }}>
      <input type="hidden" name="invitation" value={invitation} />
      <p className="text-sm text-muted">Your attempts so far come along.</p>
      <Field
        label="Display name"
        name="name"
        autoComplete="nickname"
        required
        hint="Shown beside your comments."
        defaultValue={state.values.name}
        problems={state.fields.name}
      />
      <EmailField state={state} />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        hint="At least 8 characters."
        problems={state.fields.password}
      />
    </EntryForm>
  );
}
