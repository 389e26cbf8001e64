import type { Metadata } from "next";
import { SignInForm } from "#components/account/sign-in-form";
import { returnPath } from "#lib/auth/schema";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ returnTo?: string }> }) {
  return <SignInForm returnTo={returnPath((await searchParams).returnTo)} />;
}
