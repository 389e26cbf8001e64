import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { noteRefusedAccess } from "#lib/auth/read/note-refused-access";
import type { Power } from "#lib/auth/role";
import { unsentForm } from "#lib/auth/unsent-form";
import { may, type Viewer } from "#lib/auth/viewer";
import type { WordKey } from "#lib/messages/words";
import { markMissing } from "#lib/server/missing-pages";
import { requestIdName } from "#lib/server/secure-replies";
import { currentWords } from "#lib/settings/read/current-words";

type WaysOnProps = {
  /** What the page is about and why it is not there, where there is more to say than that. */
  title?: string;
  text?: string;
  children?: ReactNode;
};

/** The result of a page that does not exist: the status 404 and further links, without script too. */
export async function MissingPage(props: WaysOnProps) {
  // What somebody wrote is kept on the page instead: it must not be answered by another one.
  if ((await unsentForm()) === null) markMissing((await headers()).get(requestIdName) ?? "");
  return <WaysOn {...props} />;
}

/**
 * The result of a page that requires a role which the viewer does not have: the same, so that it does not reveal that
 * the page exists.
 */
export async function refusedPage(viewer: Viewer, page: string): Promise<ReactNode> {
  await noteRefusedAccess(viewer, page);
  return <MissingPage />;
}

/** The message for a page that does not exist. */
export async function WaysOn({ title, text, children }: WaysOnProps) {
  const [t, { member }] = await Promise.all([currentWords(), currentViewer()]);
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{title ?? t("missing.title")}</h1>
      <p className="mt-4 max-w-xl">{text ?? t("missing.text")}</p>
      {children}
      <p className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/" {...(title === undefined && { look: "primary" })}>
          {t("missing.exams")}
        </ButtonLink>
        <ButtonLink href="/progress">{t("missing.attempts")}</ButtonLink>
        {member === null ? <ButtonLink href="/sign-in">{t("missing.signIn")}</ButtonLink> : null}
      </p>
    </>
  );
}

/** The metadata of such a page. */
export async function missingMetadata(): Promise<Metadata> {
  const title = (await unsentForm()) === null ? "missing.title" : "unsent.title";
  return { title: (await currentWords())(title), robots: { index: false } };
}

/** The metadata of a page that requires a role; for people without it, that of a page that does not exist. */
export async function staffMetadata(power: Power, title: WordKey): Promise<Metadata> {
  if (!may(await currentViewer(), power)) return missingMetadata();
  return { title: (await currentWords())(title), robots: { index: false } };
}
