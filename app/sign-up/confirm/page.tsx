import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfirmSignUpForm } from "#components/account/mail-forms";
import { NarrowPage } from "#components/account/narrow-page";
import { isMailOn } from "#lib/mail/send-mail";

export const metadata: Metadata = { title: "Finish your account", robots: { index: false } };

/** Where the link leads that a sign-up has mailed. */
export default async function ConfirmSignUpPage({ searchParams }: { searchParams: Promise<{ token?: unknown }> }) {
  const { token } = await searchParams;
  if (!isMailOn() || typeof token !== "string") notFound();
  return (
    <NarrowPage title="Finish your account">
      <ConfirmSignUpForm token={token} />
    </NarrowPage>
  );
}
