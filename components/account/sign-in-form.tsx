"use client";

import Link from "next/link";
import { useActionState } from "react";
import { buttonClass } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { signIn } from "#lib/auth/actions";
import { EmailField, EntryForm } from "./entry-form.tsx";

const toSignUp = { question: "No account?", path: "/sign-up", name: "Sign up" };

interface SignInProps {
  readonly returnTo: string;
  readonly canSignUp: boolean;
  /** Whether a forgotten password can be changed by mail. */
  readonly canReset: boolean;
  /** Whether that has just been done. */
  readonly isReset: boolean;
  /** The host of the provider by which one may sign in as well; null without one. */
  readonly provider: string | null;
  /** Why that led to no account; null when it was not tried. */
  readonly problem: string | null;
}

/** Email and password; what a guest did on this device comes along. */
export function SignInForm({ returnTo, canSignUp, canReset, isReset, provider, problem }: SignInProps) {
  const [state, action, isPending] = useActionState(signIn, { message: null, fields: {}, values: {} });
  return (
    <EntryForm
      title="Sign in"
      button="Sign in"
      other={canSignUp ? toSignUp : null}
      {...{ action, isPending, state, returnTo }}
    >
      <p role="status" className="text-sm text-good empty:hidden">
        {isReset ? "Your password is changed, and you are signed out everywhere. Sign in with the new one." : null}
      </p>
      <p role="alert" className="text-sm text-bad empty:hidden">
        {problem}
      </p>
      {provider === null ? null : (
        <a
          href={`/sign-in/oidc?returnTo=${encodeURIComponent(returnTo)}`}
          className={buttonClass("plain", "text-center")}
        >
          Sign in with {provider}
        </a>
      )}
      <EmailField state={state} />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        problems={state.fields.password}
      />
      {canReset ? (
        <Link href="/reset-password" prefetch={false} className="text-accent text-sm underline underline-offset-4">
          Forgot your password?
        </Link>
      ) : null}
    </EntryForm>
  );
}
