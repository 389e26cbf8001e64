import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link";
import { markMissing } from "#lib/server/missing-pages";
import { requestIdName } from "#lib/server/secure-replies";
import { currentWords } from "#lib/settings/read/current-words";

/** What a page returns that is not there: the status 404 and the ways on, without script as well. */
export async function MissingPage({ children }: { children?: ReactNode }) {
  markMissing((await headers()).get(requestIdName) ?? "");
  return <WaysOn>{children}</WaysOn>;
}

/** What somebody is told whose page is not there. */
export async function WaysOn({ children }: { children?: ReactNode }) {
  const t = await currentWords();
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
        <ButtonLink href="/sign-in">{t("missing.signIn")}</ButtonLink>
      </p>
    </>
  );
}

/** The head of such a page. */
export async function missingMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("missing.title"), robots: { index: false } };
}
