import "./globals.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import Link from "next/link";
import type { ReactNode } from "react";
import { UnsentPage } from "#components/account/unsent-page";
import { FocusOnArrival } from "#components/focus-on-arrival";
import { GiveWords } from "#components/give-words";
import { SiteHeader } from "#components/site-header";
import { TimeZone } from "#components/time-zone";
import { findRunningExam } from "#lib/attempts/read/list-running";
import { examTime } from "#lib/attempts/write/clock-watch";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { unsentForm } from "#lib/auth/unsent-form";
import { zoneScript } from "#lib/auth/zone-cookie";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";
import { version } from "#lib/env/version";
import { directionOf } from "#lib/messages/languages";
import { countUnread } from "#lib/notifications/read/list-notifications";
import { currentSettings } from "#lib/settings/read/current-settings";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";

/**
 * What is read is never set anew: a letter that comes late, over a slow line, is used from the next page on. Even at an adjusted
 * size the letters in its place break lines elsewhere, which moved a question's options by 0.1 of layout shift.
 */
const inter = localFont({
  display: "optional",
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
});
const sourceSerif = localFont({
  display: "optional",
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  variable: "--font-source-serif",
  weight: "200 900",
  adjustFontFallback: "Times New Roman",
});
/** Separate, because it is needed only where something is emphasized. */
const sourceSerifItalic = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  variable: "--font-source-serif-italic",
  weight: "200 900",
  style: "italic",
  adjustFontFallback: "Times New Roman",
  preload: false,
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await currentWords();
  const name = t("site.name");
  return {
    metadataBase: new URL(siteUrl(environment())),
    title: { default: name, template: `%s · ${name}` },
    description: t("site.description"),
    openGraph: { siteName: name, type: "website" },
  };
}

export const viewport: Viewport = {
  // Pages reach the edges of a phone's screen, and their bars keep away from its rounded corners and its notch.
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#efece3" },
    { media: "(prefers-color-scheme: dark)", color: "#101216" },
  ],
};

export default async function Layout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  const [{ theme, textSize }, t, words, unread, exam, unsent] = await Promise.all([
    currentSettings(),
    currentWords(),
    currentWordsOf("pageError"),
    countUnread(database(), viewer),
    findRunningExam(database(), viewer, examTime()),
    unsentForm(),
  ]);
  return (
    <html
      lang={words.locale}
      dir={directionOf(words.language)}
      data-theme={theme}
      data-text={textSize}
      className={`${inter.variable} ${sourceSerif.variable} ${sourceSerifItalic.variable}`}
    >
      <body>
        <a href="#main" className="sr-only focus:not-sr-only focus:p-3">
          {t("site.skip")}
        </a>
        <SiteHeader
          name={viewer.member?.name ?? null}
          canSignUp={environment().REGISTRATION === "open"}
          unread={unread}
          exam={exam}
          now={new Date()}
        />
        <main id="main" className="mx-auto w-full max-w-5xl flex-1 px-4 pt-6 pb-16 sm:px-6 sm:pt-10">
          <GiveWords words={words}>
            {unsent !== null && viewer.member === null ? <UnsentPage {...unsent} /> : children}
          </GiveWords>
        </main>
        <FocusOnArrival />
        <TimeZone script={zoneScript()} />
        <footer className="mx-auto flex w-full max-w-[calc(var(--page,61rem)+3rem)] flex-wrap items-center gap-x-4 px-4 pb-6 text-muted text-xs sm:px-6">
          <Link
            href="/help"
            prefetch={false}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {t("site.help")}
          </Link>
          <Link
            href="/search"
            prefetch={false}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {t("site.search")}
          </Link>
          {t("site.name")} {version}
        </footer>
      </body>
    </html>
  );
}
