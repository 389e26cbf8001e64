import type { Metadata } from "next";
import { SignInCodeForm } from "#components/account/sign-in-code-form";
import { GiveWords } from "#components/give-words";
import { returnPath } from "#lib/auth/schema";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("entry.codeTitle"), robots: { index: false } };
}

/** Where a sign-in continues for people with an authenticator app. */
export default async function SignInCodePage({ searchParams }: { searchParams: Promise<{ returnTo?: string }> }) {
  return (
    <GiveWords words={await currentWordsOf("entry", "field")}>
      <SignInCodeForm returnTo={returnPath((await searchParams).returnTo)} />
    </GiveWords>
  );
}
