"use client";

import Link from "next/link";
import { useActionState } from "react";
import { buttonClass } from "#components/ui/button";
import { FormMessage } from "#components/ui/form-message";
import { signIn } from "#lib/auth/actions";
import type { CodeOf } from "#lib/messages/words";
import { useWords } from "#words";
import { AccountField } from "./account-field.tsx";
import { EmailField, EntryForm } from "./entry-form.tsx";

interface SignInProps {
  readonly returnTo: string;
  readonly canSignUp: boolean;
  /** Whether a forgotten password can be changed by mail. */
  readonly canReset: boolean;
  /** Whether that has just been done. */
  readonly isReset: boolean;
  /** Whether a comment could not be posted because its writer was signed out. */
  readonly isEnded: boolean;
  /** The host of the provider that can also be used to sign in; null without one. */
  readonly provider: string | null;
  /** Why the provider led to no account; null if it was not tried. */
  readonly problem: CodeOf<"entry", "provider-"> | null;
}

/** Email and password. What a guest did on this device moves to the account. */
export function SignInForm({ returnTo, canSignUp, canReset, isReset, isEnded, provider, problem }: SignInProps) {
  const t = useWords();
  const [state, action, isPending] = useActionState(signIn, { refusal: null, fields: {}, values: {} });
  const toSignUp = { question: t("entry.newHere"), path: "/sign-up", name: t("entry.signUp") };
  return (
    <EntryForm
      title={t("entry.signIn")}
      button={t("entry.signIn")}
      other={canSignUp ? toSignUp : null}
      {...{ action, isPending, state, returnTo }}
    >
      <FormMessage of="success">{isReset ? t("entry.passwordChanged") : null}</FormMessage>
      <FormMessage of="refusal">{isEnded ? t("entry.sessionEnded") : null}</FormMessage>
      <FormMessage of="refusal">{problem === null ? null : t(`entry.provider-${problem}`)}</FormMessage>
      {provider === null ? null : (
        <a
          href={`/sign-in/oidc?returnTo=${encodeURIComponent(returnTo)}`}
          className={buttonClass("plain", "text-center")}
        >
          {t("entry.signInWith", { provider })}
        </a>
      )}
      <EmailField state={state} />
      <AccountField
        label={t("field.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        problems={state.fields.password}
      />
      {canReset ? (
        <Link href="/reset-password" prefetch={false} className="text-accent text-sm underline underline-offset-4">
          {t("entry.forgotPassword")}
        </Link>
      ) : null}
    </EntryForm>
  );
}
