"use client";

import Link from "next/link";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { signUp } from "#lib/auth/actions";

/** A new account, which takes over what this device's guest did. */
export function SignUpForm({ returnTo }: { returnTo: string }) {
  const [state, action, isPending] = useActionState(signUp, { message: null, fields: {}, values: {} });
  const { fields, values } = state;
  return (
    <form action={action} className="mx-auto grid max-w-sm gap-5">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Sign up</h1>
      <p className="text-sm text-muted">Your attempts so far come along.</p>
      <input type="hidden" name="returnTo" value={returnTo} />
      <Field
        label="Display name"
        name="name"
        autoComplete="nickname"
        required
        hint="Shown beside your comments."
        defaultValue={values.name}
        problems={fields.name}
      />
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={values.email}
        problems={fields.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        hint="At least 8 characters."
        problems={fields.password}
      />
      <p role="alert" className="text-sm text-bad empty:hidden">
        {state.message}
      </p>
      <Button look="primary" disabled={isPending}>
        Create account
      </Button>
      <p className="text-sm text-muted">
        Already here?{" "}
        <Link
          href={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}
          prefetch={false}
          className="text-accent underline underline-offset-4"
        >
          Sign in
        </Link>
      </p>
    </form>
  );
}
