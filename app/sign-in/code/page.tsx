import type { Metadata } from "next";
import { SignInCodeForm } from "#components/account/sign-in-code-form";
import { returnPath } from "#lib/auth/schema";

export const metadata: Metadata = { title: "Code", robots: { index: false } };

/** Where a sign-in goes on for those with an authenticator app. */
export default async function SignInCodePage({ searchParams }: { searchParams: Promise<{ returnTo?: string }> }) {
  return <SignInCodeForm returnTo={returnPath((await searchParams).returnTo)} />;
}
