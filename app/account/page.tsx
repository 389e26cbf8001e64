import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AddressForm, DeleteAccountForm, PasswordForm, RenameForm } from "#components/account/account-form";
import { AccountSection } from "#components/account/account-section";
import { FactorForm } from "#components/account/factor-form";
import { Passkeys } from "#components/account/passkeys";
import { SessionList } from "#components/account/session-list";
import { DownloadLink, GuestData } from "#components/account/your-data";
import { GiveWords } from "#components/give-words";
import { DigestForm } from "#components/notifications/digest-form";
import { SignOutButton } from "#components/sign-out-button";
import { getAccount } from "#lib/account/read/get-account";
import { signOut } from "#lib/auth/actions";
import { passkeyHost } from "#lib/auth/passkey-host";
import { currentSessionId } from "#lib/auth/read/current-session";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { may } from "#lib/auth/viewer";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { isMailOn } from "#lib/mail/send-mail";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("account.title"), robots: { index: false } };
}

export default async function AccountPage() {
  const viewer = await currentViewer();
  if (viewer.learnerId === null) redirect("/sign-in?returnTo=/account");
  const t = await currentWords();
  const now = new Date();
  const host = passkeyHost(environment().BASE_URL);
  const account = viewer.member === null ? null : await getAccount(database(), viewer, await currentSessionId(), now);
  return (
    <>
      <div className="mb-6">
        <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("account.title")}</h1>
        {account === null ? null : (
          <p className="mt-2 text-sm text-muted">
            {account.role === "member" ? account.email : `${account.email} · ${t(`account.role-${account.role}`)}`}
          </p>
        )}
        <p className="mt-1 flex flex-wrap gap-x-5 text-sm">
          {may(viewer, "moderate") ? <StaffLink href="/moderation">{t("account.moderation")}</StaffLink> : null}
          {may(viewer, "see-statistics") ? <StaffLink href="/authoring">{t("account.statistics")}</StaffLink> : null}
          {may(viewer, "give-roles") ? <StaffLink href="/roles">{t("account.roles")}</StaffLink> : null}
          {may(viewer, "invite") ? <StaffLink href="/invitations">{t("account.invitations")}</StaffLink> : null}
        </p>
        {account === null ? null : (
          <form action={signOut} className="mt-1 text-sm text-muted sm:hidden">
            <SignOutButton label={t("site.signOut")} />
          </form>
        )}
      </div>
      {account === null ? (
        <div className="max-w-2xl">
          <AccountSection title={t("account.data")}>
            <GuestData />
          </AccountSection>
        </div>
      ) : (
        <GiveWords words={await currentWordsOf("account", "field")}>
          <div className="max-w-2xl gap-6 lg:max-w-none lg:columns-2">
            <AccountSection title={t("account.nameTitle")}>
              <RenameForm name={account.name} />
            </AccountSection>
            {isMailOn() ? (
              <AccountSection title={t("account.emailTitle")}>
                <p className="mt-3 text-sm text-muted">
                  {t(account.emailVerified ? "account.emailConfirmed" : "account.emailUnconfirmed", {
                    email: account.email,
                  })}
                </p>
                <AddressForm email={account.email} hasPassword={account.hasPassword} />
              </AccountSection>
            ) : null}
            <AccountSection title={t("account.passwordTitle")}>
              <PasswordForm hasPassword={account.hasPassword} />
            </AccountSection>
            {account.hasPassword ? (
              <AccountSection title={t("account.appTitle")}>
                <FactorForm isOn={account.twoFactorEnabled} />
              </AccountSection>
            ) : null}
            {host === null ? null : (
              <AccountSection title={t("account.passkeysTitle")}>
                <Passkeys account={account} host={host} />
              </AccountSection>
            )}
            <AccountSection title={t("account.sessionsTitle")}>
              <SessionList sessions={account.sessions} hasPassword={account.hasPassword} now={now} />
            </AccountSection>
            {!isMailOn() ? null : (
              <AccountSection title={t("account.mailTitle")}>
                <DigestForm isMailed={account.wantsDigest} />
              </AccountSection>
            )}
            <AccountSection title={t("account.data")}>
              <DownloadLink />
            </AccountSection>
            <AccountSection title={t("account.deleteTitle")} isDanger>
              <p className="mt-3 text-sm text-muted">{t("account.deleteAbout")}</p>
              <DeleteAccountForm hasPassword={account.hasPassword} />
            </AccountSection>
          </div>
        </GiveWords>
      )}
    </>
  );
}

function StaffLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
    >
      {children}
    </Link>
  );
}
