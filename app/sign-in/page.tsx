import type { Metadata } from "next";
import { headers } from "next/headers";
import { PasskeySignIn } from "#components/account/passkey-sign-in";
import { SignInForm } from "#components/account/sign-in-form";
import { GiveWords } from "#components/give-words";
import { passkeyHost } from "#lib/auth/passkey-host";
import { pathBefore } from "#lib/auth/path-before";
import { returnPath } from "#lib/auth/schema";
import { environment } from "#lib/env/current";
import { isMailOn } from "#lib/mail/send-mail";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("entry.signIn") };
}

type Query = { returnTo?: string; reset?: unknown; ended?: unknown; elsewhere?: unknown; error?: unknown };
type Props = { searchParams: Promise<Query> };

export default async function SignInPage({ searchParams }: Props) {
  const { returnTo, reset, ended, elsewhere, error } = await searchParams;
  const { OIDC_ISSUER, BASE_URL } = environment();
  const host = passkeyHost(BASE_URL);
  const back = returnTo === undefined ? pathBefore(await headers()) : returnPath(returnTo);
  return (
    <GiveWords words={await currentWordsOf("entry", "field")}>
      <SignInForm
        provider={OIDC_ISSUER === undefined ? null : new URL(OIDC_ISSUER).hostname}
        problem={elsewhere === undefined ? null : providerProblem(error)}
        returnTo={back}
        canSignUp={environment().REGISTRATION === "open"}
        canReset={isMailOn()}
        isReset={reset !== undefined}
        isEnded={ended !== undefined}
      />
      {host === null ? null : <PasskeySignIn host={host} returnTo={back} />}
    </GiveWords>
  );
}

const providerProblems = ["signup_disabled", "email_not_verified", "account_not_linked", "provider_silent"] as const;

/** Why the provider led to no account. */
function providerProblem(error: unknown) {
  return providerProblems.find((known) => known === error) ?? "refused";
}
