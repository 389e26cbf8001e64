"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { signIn } from "#lib/auth/actions";
import { EmailField, EntryForm } from "./entry-form.tsx";

const toSignUp = { question: "No account?", path: "/sign-up", name: "Sign up" };

/** Email and password; what a guest did on this device comes along. */
export function SignInForm({ returnTo, canSignUp }: { returnTo: string; canSignUp: boolean }) {
  const [state, action, isPending] = useActionState(signIn, { message: null, fields: {}, values: {} });
  return (
    <EntryForm
      title="Sign in"
      button="Sign in"
      other={canSignUp ? toSignUp : null}
      {...{ action, isPending, state, returnTo }}
    >
      <EmailField state={state} />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        problems={state.fields.password}
      />
    </EntryForm>
  );
}
