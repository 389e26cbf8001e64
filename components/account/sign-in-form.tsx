"use client";

import Link from "next/link";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { signIn } from "#lib/auth/actions";

/** Email and password; what a guest did on this device comes along. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const [state, action, isPending] = useActionState(signIn, { message: null, fields: {}, values: {} });
  return (
    <form action={action} className="mx-auto grid max-w-sm gap-5">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Sign in</h1>
      <input type="hidden" name="returnTo" value={returnTo} />
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={state.values.email}
        problems={state.fields.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        problems={state.fields.password}
      />
      <p role="alert" className="text-sm text-bad empty:hidden">
        {state.message}
      </p>
      <Button look="primary" disabled={isPending}>
        Sign in
      </Button>
      <p className="text-sm text-muted">
        No account?{" "}
        <Link
          href={`/sign-up?returnTo=${encodeURIComponent(returnTo)}`}
          prefetch={false}
          className="text-accent underline underline-offset-4"
        >
          Sign up
        </Link>
      </p>
    </form>
  );
}
