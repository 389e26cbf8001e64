import type { Metadata } from "next";
import { RequestResetForm, ResetPasswordForm } from "#components/account/mail-forms";
import { NarrowPage } from "#components/account/narrow-page";
import { GiveWords } from "#components/give-words";
import { mailLinkMinutes } from "#lib/auth/mails";
import { isMailOn } from "#lib/mail/send-mail";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { MissingPage } from "../missing-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("entry.resetTitle"), robots: { index: false } };
}

type Props = { searchParams: Promise<{ token?: unknown; sent?: unknown }> };

/** Requests a mail with a link; the link leads here too. */
export default async function ResetPasswordPage({ searchParams }: Props) {
  if (!isMailOn()) return <MissingPage />;
  const [{ token, sent }, t] = await Promise.all([searchParams, currentWords()]);
  return (
    <NarrowPage title={t("entry.resetTitle")}>
      {typeof token !== "string" && sent !== undefined ? (
        <p role="status">{t("entry.resetSent", { minutes: mailLinkMinutes })}</p>
      ) : (
        <GiveWords words={await currentWordsOf("entry", "field")}>
          {typeof token === "string" ? <ResetPasswordForm token={token} /> : <RequestResetForm />}
        </GiveWords>
      )}
    </NarrowPage>
  );
}
