import type { Metadata } from "next";
import { SignInForm } from "#components/account/sign-in-form";
import { returnPath } from "#lib/auth/schema";
import { environment } from "#lib/env/current";
import { isMailOn } from "#lib/mail/send-mail";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ returnTo?: string; reset?: unknown }> };

export default async function SignInPage({ searchParams }: Props) {
  const { returnTo, reset } = await searchParams;
  return (
    <SignInForm
      returnTo={returnPath(returnTo)}
      canSignUp={environment().REGISTRATION === "open"}
      canReset={isMailOn()}
      isReset={reset !== undefined}
    />
  );
}
