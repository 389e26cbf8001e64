import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { NarrowPage } from "#components/account/narrow-page";
import { SignUpForm } from "#components/account/sign-up-form";
import { GiveWords } from "#components/give-words";
import { mailLinkMinutes } from "#lib/auth/mails";
import { pathBefore } from "#lib/auth/path-before";
import { signUpRefusal } from "#lib/auth/read/registration";
import { returnPath } from "#lib/auth/schema";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { useWords } from "#words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("entry.signUp") };
}

type Props = { searchParams: Promise<{ returnTo?: string; invitation?: unknown; sent?: unknown }> };

export default async function SignUpPage({ searchParams }: Props) {
  const { returnTo, invitation, sent } = await searchParams;
  if (sent !== undefined) return <MailIsSent />;
  const token = typeof invitation === "string" ? invitation : "";
  const refusal = await signUpRefusal(database(), environment().REGISTRATION, token, new Date());
  if (refusal === null)
    return (
      <GiveWords words={await currentWordsOf("entry", "field")}>
        <SignUpForm
          returnTo={returnTo === undefined ? pathBefore(await headers()) : returnPath(returnTo)}
          invitation={token}
        />
      </GiveWords>
    );
  const t = await currentWords();
  return (
    <NarrowPage title={t("entry.signUp")}>
      <p>{t(`entry.refused-${refusal}`)}</p>
      <p className="text-sm text-muted">
        {t("entry.alreadyHere")}{" "}
        <Link href="/sign-in" prefetch={false} className="text-accent underline underline-offset-4">
          {t("entry.signIn")}
        </Link>
      </p>
    </NarrowPage>
  );
}

/** Says the same whether or not the address has an account: only its owner learns which. */
function MailIsSent() {
  const t = useWords();
  return (
    <NarrowPage title={t("entry.signUp")}>
      <p role="status">{t("entry.signUpSent", { minutes: mailLinkMinutes })}</p>
    </NarrowPage>
  );
}
