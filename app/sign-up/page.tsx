import type { Metadata } from "next";
import { SignUpForm } from "#components/account/sign-up-form";
import { returnPath } from "#lib/auth/schema";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ returnTo?: string }> }) {
  return <SignUpForm returnTo={returnPath((await searchParams).returnTo)} />;
}
