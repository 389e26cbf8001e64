import type { Metadata } from "next";
import Link from "next/link";
import { ConfirmAddressForm } from "#components/account/mail-forms";
import { NarrowPage } from "#components/account/narrow-page";
import { GiveWords } from "#components/give-words";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("entry.addressTitle"), robots: { index: false } };
}

/** The target of the link that was mailed to the address of an account. */
export default async function ConfirmAddressPage({ searchParams }: { searchParams: Promise<{ token?: unknown }> }) {
  const [{ token }, { member }, t] = await Promise.all([searchParams, currentViewer(), currentWords()]);
  const given = typeof token === "string" ? token : "";
  const here = encodeURIComponent(`/confirm-address?token=${encodeURIComponent(given)}`);
  return (
    <NarrowPage title={t("entry.addressTitle")}>
      {member === null ? (
        <p>
          {t.rich("entry.addressSignIn", {
            link: (text) => (
              <Link href={`/sign-in?returnTo=${here}`} prefetch={false} className="text-accent underline">
                {text}
              </Link>
            ),
          })}
        </p>
      ) : (
        <GiveWords words={await currentWordsOf("entry", "field")}>
          <ConfirmAddressForm token={given} />
        </GiveWords>
      )}
    </NarrowPage>
  );
}
