import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RequestResetForm, ResetPasswordForm } from "#components/account/mail-forms";
import { NarrowPage } from "#components/account/narrow-page";
import { mailLinkMinutes } from "#lib/auth/mails";
import { isMailOn } from "#lib/mail/send-mail";

export const metadata: Metadata = { title: "New password", robots: { index: false } };

type Props = { searchParams: Promise<{ token?: unknown; sent?: unknown }> };

/** Asks for a mail with a link; the link leads here as well. */
export default async function ResetPasswordPage({ searchParams }: Props) {
  if (!isMailOn()) notFound();
  const { token, sent } = await searchParams;
  return (
    <NarrowPage title="New password">
      {typeof token === "string" ? (
        <ResetPasswordForm token={token} />
      ) : sent === undefined ? (
        <RequestResetForm />
      ) : (
        <p role="status">
          If this address has an account, a mail is on its way. The link in it works once, within {mailLinkMinutes}{" "}
          minutes.
        </p>
      )}
    </NarrowPage>
  );
}
