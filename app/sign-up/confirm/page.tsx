import type { Metadata } from "next";
import { ConfirmSignUpForm } from "#components/account/mail-forms";
import { NarrowPage } from "#components/account/narrow-page";
import { GiveWords } from "#components/give-words";
import { isMailOn } from "#lib/mail/send-mail";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { MissingPage } from "../../missing-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("entry.finishTitle"), robots: { index: false } };
}

/** The target of the link that a sign-up has mailed. */
export default async function ConfirmSignUpPage({ searchParams }: { searchParams: Promise<{ token?: unknown }> }) {
  const { token } = await searchParams;
  if (!isMailOn() || typeof token !== "string") return <MissingPage />;
  return (
    <NarrowPage title={(await currentWords())("entry.finishTitle")}>
      <GiveWords words={await currentWordsOf("entry", "field")}>
        <ConfirmSignUpForm token={token} />
      </GiveWords>
    </NarrowPage>
  );
}
