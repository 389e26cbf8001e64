import type { Metadata } from "next";
import Link from "next/link";
import { SignUpForm } from "#components/account/sign-up-form";
import { closedSentences } from "#lib/auth/closed-sentences";
import { signUpRefusal } from "#lib/auth/read/registration";
import { returnPath } from "#lib/auth/schema";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";

export const metadata: Metadata = { title: "Sign up" };

type Props = { searchParams: Promise<{ returnTo?: string; invitation?: unknown }> };

export default async function SignUpPage({ searchParams }: Props) {
  const { returnTo, invitation } = await searchParams;
  const token = typeof invitation === "string" ? invitation : "";
  const refusal = await signUpRefusal(database(), environment().REGISTRATION, token, new Date());
  if (refusal === null) return <SignUpForm returnTo={returnPath(returnTo)} invitation={token} />;
  return (
    <div className="mx-auto grid max-w-sm gap-5">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Sign up</h1>
      <p>{closedSentences[refusal]}</p>
      <p className="text-sm text-muted">
        Already here?{" "}
        <Link href="/sign-in" prefetch={false} className="text-accent underline underline-offset-4">
          Sign in
        </Link>
      </p>
    </div>
  );
}
