import type { Metadata } from "next";
import { FocusSection } from "#components/focus-section";
import { GiveWords } from "#components/give-words";
import { InvitationForm } from "#components/moderation/invitation-form";
import { Button } from "#components/ui/button";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { listInvitations } from "#lib/auth/read/registration";
import { absoluteTime } from "#lib/dates/relative-age";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { withdrawInvitationAction } from "#lib/moderation/actions";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { refusedPage, staffMetadata } from "../missing-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return staffMetadata("invite", "invitations.title");
}

/** Where an administrator creates links with which others can create an account. */
export default async function InvitationsPage() {
  const t = await currentWords();
  const viewer = await currentViewer();
  const invitations = await listInvitations(database(), viewer, new Date());
  if (invitations === null) return refusedPage(viewer, "invitations");
  return (
    <FocusSection labelledBy="invitations">
      <h1 id="invitations" className="font-serif text-3xl font-semibold tracking-tight">
        {t("invitations.title")}
      </h1>
      <p className="mt-3 max-w-2xl text-sm text-muted">
        {t("invitations.about")} {t(`invitations.now-${environment().REGISTRATION}`)}
      </p>
      <h2 className="mt-8 text-xl font-semibold">{t("invitations.invite")}</h2>
      <GiveWords words={await currentWordsOf("invitations")}>
        <InvitationForm />
      </GiveWords>
      <h2 className="mt-10 text-xl font-semibold">{t("invitations.unused")}</h2>
      {invitations.length === 0 ? <p className="mt-4 text-sm text-muted">{t("invitations.none")}</p> : null}
      <ul className="mt-4">
        {invitations.map(({ tokenHash, note, expiresAt, isVoid }) => (
          <li key={tokenHash} className="flex flex-wrap items-center gap-x-3 border-t border-line py-2 text-sm">
            <b className="font-semibold break-words">{note}</b>
            <span className={isVoid ? "flex-1 basis-48 text-flag" : "flex-1 basis-48 text-muted"}>
              {isVoid ? t("invitations.void") : t("invitations.until", { time: absoluteTime(t, expiresAt) })}
            </span>
            <form action={withdrawInvitationAction}>
              <input type="hidden" name="invitation" value={tokenHash} />
              <Button look="quiet" aria-label={t("invitations.withdrawFor", { note })}>
                {t("invitations.withdraw")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </FocusSection>
  );
}
