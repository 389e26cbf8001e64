import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { noteRefusedAccess } from "#lib/auth/read/note-refused-access";
import type { Power } from "#lib/auth/role";
import { may, type Viewer } from "#lib/auth/viewer";
import type { WordKey } from "#lib/messages/words";
import { markMissing } from "#lib/server/missing-pages";
import { requestIdName } from "#lib/server/secure-replies";
import { currentWords } from "#lib/settings/read/current-words";

/** What a page returns that is not there: the status 404 and the ways on, without script as well. */
export async function MissingPage({ children }: { children?: ReactNode }) {
  markMissing((await headers()).get(requestIdName) ?? "");
  return <WaysOn>{children}</WaysOn>;
}

/** What a page returns that takes a role which the viewer does not have: the same, so that it says nothing of what is there. */
export async function refusedPage(viewer: Viewer, page: string): Promise<ReactNode> {
  await noteRefusedAccess(viewer, page);
  return <MissingPage />;
}

/** What somebody is told whose page is not there. */
export async function WaysOn({ children }: { children?: ReactNode }) {
  const [t, { member }] = await Promise.all([currentWords(), currentViewer()]);
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("missing.title")}</h1>
      <p className="mt-4 max-w-xl">{t("missing.text")}</p>
      {children}
      <p className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/" look="primary">
          {t("missing.exams")}
        </ButtonLink>
        <ButtonLink href="/progress">{t("missing.attempts")}</ButtonLink>
        {member === null ? <ButtonLink href="/sign-in">{t("missing.signIn")}</ButtonLink> : null}
      </p>
    </>
  );
}

/** The head of such a page. */
export async function missingMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("missing.title"), robots: { index: false } };
}

/** The head of a page that takes a power; for whoever lacks it, that of a page that is not there. */
export async function staffMetadata(power: Power, title: WordKey): Promise<Metadata> {
  if (!may(await currentViewer(), power)) return missingMetadata();
  return { title: (await currentWords())(title), robots: { index: false } };
}
