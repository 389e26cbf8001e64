import type { Metadata } from "next";
import Link from "next/link";
import { NarrowPage } from "#components/account/narrow-page";
import { SignUpForm } from "#components/account/sign-up-form";
import { closedSentences } from "#lib/auth/closed-sentences";
import { mailLinkMinutes } from "#lib/auth/mails";
import { signUpRefusal } from "#lib/auth/read/registration";
import { returnPath } from "#lib/auth/schema";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";

export const metadata: Metadata = { title: "Sign up" };

type Props = { searchParams: Promise<{ returnTo?: string; invitation?: unknown; sent?: unknown }> };

export default async function SignUpPage({ searchParams }: Props) {
  const { returnTo, invitation, sent } = await searchParams;
  if (sent !== undefined) return <MailIsSent />;
  const token = typeof invitation === "string" ? invitation : "";
  const refusal = await signUpRefusal(database(), environment().REGISTRATION, token, new Date());
  if (refusal === null) return <SignUpForm returnTo={returnPath(returnTo)} invitation={token} />;
  return (
    <NarrowPage title="Sign up">
      <p>{closedSentences[refusal]}</p>
      <p className="text-sm text-muted">
        Already here?{" "}
        <Link href="/sign-in" prefetch={false} className="text-accent underline underline-offset-4">
          Sign in
        </Link>
      </p>
    </NarrowPage>
  );
}

/** Says the same whether the address has an account or not: only its owner reads which. */
function MailIsSent() {
  return (
    <NarrowPage title="Sign up">
      <p role="status">
        A mail is on its way to you. Open the link in it within {mailLinkMinutes} minutes. If none comes, look at the
        address that you wrote, and sign up again.
      </p>
    </NarrowPage>
  );
}
