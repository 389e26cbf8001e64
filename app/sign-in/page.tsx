import type { Metadata } from "next";
import { SignInForm } from "#components/account/sign-in-form";
import { returnPath } from "#lib/auth/schema";
import { environment } from "#lib/env/current";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ returnTo?: string }> }) {
  const canSignUp = environment().REGISTRATION === "open";
  return <SignInForm returnTo={returnPath((await searchParams).returnTo)} canSignUp={canSignUp} />;
}
