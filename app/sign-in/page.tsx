import type { Metadata } from "next";
import { PasskeySignIn } from "#components/account/passkey-sign-in";
import { SignInForm } from "#components/account/sign-in-form";
import { passkeyHost } from "#lib/auth/passkey-host";
import { returnPath } from "#lib/auth/schema";
import { environment } from "#lib/env/current";
import { isMailOn } from "#lib/mail/send-mail";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ returnTo?: string; reset?: unknown; elsewhere?: unknown; error?: unknown }> };

export default async function SignInPage({ searchParams }: Props) {
  const { returnTo, reset, elsewhere, error } = await searchParams;
  const { OIDC_ISSUER, BASE_URL } = environment();
  const host = passkeyHost(BASE_URL);
  return (
    <>
      <SignInForm
        provider={OIDC_ISSUER === undefined ? null : new URL(OIDC_ISSUER).hostname}
        problem={elsewhere === undefined ? null : providerSentence(error)}
        returnTo={returnPath(returnTo)}
        canSignUp={environment().REGISTRATION === "open"}
        canReset={isMailOn()}
        isReset={reset !== undefined}
      />
      {host === null ? null : <PasskeySignIn host={host} returnTo={returnPath(returnTo)} />}
    </>
  );
}

/** Why the way by the provider led to no account. */
function providerSentence(error: unknown): string {
  switch (error) {
    case "signup_disabled":
      return "There is no account with your address at the provider, and no new ones are made that way.";
    case "email_not_verified":
      return "The provider does not say that your address is confirmed. Confirm it there, or sign up here.";
    case "account_not_linked":
      return "There is an account with your address, which is not confirmed here. Sign in with its password.";
    case "provider_silent":
      return "The provider does not answer. Try again in a minute, or sign in with your password.";
    default:
      return "The provider did not let you in. Try again, or sign in with your password.";
  }
}
