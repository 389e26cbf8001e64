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

import { currentWords } from "#lib/settings/read/current-words";
export const metadata: Metadata = { title: "Account", robots: { index: false } };

export default async function AccountPage() {
  const viewer = await currentViewer();
  if (viewer.learnerId === null) redirect("/sign-in?returnTo=/account");
  const now = new Date();
  const host = passkeyHost(environment().BASE_URL);
  const account = viewer.member === null ? null : await getAccount(database(), viewer, await currentSessionId(), now);
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-6">
      <div>
        <h1 className="font-serif text-3xl font-semibold tracking-tight">Account</h1>
        {account === null ? null : (
          <p className="mt-2 text-sm text-muted">
            {account.email}
            {account.role === "member" ? "" : `, ${account.role}`}
          </p>
        )}
        <p className="mt-1 flex flex-wrap gap-x-5 text-sm">
          {may(viewer, "moderate") ? <StaffLink href="/moderation">Moderation</StaffLink> : null}
          {may(viewer, "see-statistics") ? <StaffLink href="/authoring">Item statistics</StaffLink> : null}
          {may(viewer, "give-roles") ? <StaffLink href="/roles">Roles</StaffLink> : null}
          {may(viewer, "invite") ? <StaffLink href="/invitations">Invitations</StaffLink> : null}
        </p>
        {account === null ? null : (
          <form action={signOut} className="mt-1 text-sm text-muted sm:hidden">
            <SignOutButton label={(await currentWords())("site.signOut")} />
          </form>
        )}
      </div>
      {account === null ? (
        <AccountSection title="Your data">
          <GuestData />
        </AccountSection>
      ) : (
        <>
          <AccountSection title="Name">
            <RenameForm name={account.name} />
          </AccountSection>
          {isMailOn() ? (
            <AccountSection title="Email address">
              <p className="mt-3 text-sm text-muted">
                {account.email} is {account.emailVerified ? "confirmed" : "not confirmed yet: ask for a link to it"}.
              </p>
              <AddressForm email={account.email} hasPassword={account.hasPassword} />
            </AccountSection>
          ) : null}
          <AccountSection title="Password">
            <PasswordForm hasPassword={account.hasPassword} />
          </AccountSection>
          {account.hasPassword ? (
            <AccountSection title="Authenticator app">
              <FactorForm isOn={account.twoFactorEnabled} />
            </AccountSection>
          ) : null}
          {host === null ? null : (
            <AccountSection title="Passkeys">
              <Passkeys account={account} host={host} />
            </AccountSection>
          )}
          <AccountSection title="Signed in">
            <SessionList sessions={account.sessions} hasPassword={account.hasPassword} now={now} />
          </AccountSection>
          {!isMailOn() ? null : (
            <AccountSection title="Mail">
              <DigestForm isMailed={account.wantsDigest} />
            </AccountSection>
          )}
          <AccountSection title="Your data">
            <DownloadLink />
          </AccountSection>
          <AccountSection title="Delete account">
            <p className="mt-3 text-sm text-muted">
              This deletes your email address, name, password, sessions and notifications, and every attempt, answer and
              review. Your votes still count, without your name. Your comments stay, by “Deleted account”, unless you
              choose otherwise. You can’t undo this. Backups that the operator keeps hold it until they are replaced.
            </p>
            <DeleteAccountForm hasPassword={account.hasPassword} />
          </AccountSection>
        </>
      )}
    </div>
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
