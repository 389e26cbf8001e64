import type { Metadata } from "next";
import { InvitationForm } from "#components/moderation/invitation-form";
import { Button } from "#components/ui/button";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { refuseAccess } from "#lib/auth/read/refuse-access";
import { listInvitations, type Registration } from "#lib/auth/read/registration";
import { absoluteTime } from "#lib/dates/relative-age";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { withdrawInvitationAction } from "#lib/moderation/actions";
import { currentWords } from "#lib/settings/read/current-words";

export const metadata: Metadata = { title: "Invitations", robots: { index: false } };

const sentences: Readonly<Record<Registration, string>> = {
  open: "At present anybody can make an account. Set REGISTRATION=invitation to let in only those who have a link.",
  invitation: "Only those who have a link can make an account.",
  closed: "At present nobody can make an account, with a link or without: REGISTRATION is closed.",
};

/** Where an administrator makes links with which others can make an account. */
export default async function InvitationsPage() {
  const t = await currentWords();
  const viewer = await currentViewer();
  const invitations = await listInvitations(database(), viewer, new Date());
  if (invitations === null) return refuseAccess(viewer, "invitations");
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Invitations</h1>
      <p className="mt-3 max-w-2xl text-sm text-muted">
        A link works for one account, within a week. {sentences[environment().REGISTRATION]}
      </p>
      <h2 className="mt-8 text-xl font-semibold">Invite somebody</h2>
      <InvitationForm />
      <h2 className="mt-10 text-xl font-semibold">Not used yet</h2>
      {invitations.length === 0 ? <p className="mt-4 text-sm text-muted">None.</p> : null}
      <ul className="mt-4">
        {invitations.map(({ tokenHash, note, expiresAt }) => (
          <li key={tokenHash} className="flex flex-wrap items-center gap-x-3 border-t border-line py-2 text-sm">
            <b className="font-semibold break-words">{note}</b>
            <span className="flex-1 text-muted">until {absoluteTime(t, expiresAt)}</span>
            <form action={withdrawInvitationAction}>
              <input type="hidden" name="invitation" value={tokenHash} />
              <Button look="quiet" aria-label={`Withdraw the invitation for ${note}`}>
                Withdraw
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
