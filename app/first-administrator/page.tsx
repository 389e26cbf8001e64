import type { Metadata } from "next";
import Link from "next/link";
import { AdminLinkForm } from "#components/account/admin-link-form";
import { GiveWords } from "#components/give-words";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { adminLinkPath } from "#lib/auth/write/admin-link";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("entry.adminTitle"), robots: { index: false } };
}

export default async function FirstAdministratorPage({ searchParams }: { searchParams: Promise<{ token?: unknown }> }) {
  const [{ token }, { member }, t] = await Promise.all([searchParams, currentViewer(), currentWords()]);
  const given = typeof token === "string" ? token : "";
  const here = encodeURIComponent(`${adminLinkPath}?token=${encodeURIComponent(given)}`);
  return (
    <div className="mx-auto grid max-w-sm gap-5">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("entry.adminTitle")}</h1>
      {member === null ? (
        <p>
          {t.rich("entry.adminSignIn", {
            in: (text) => (
              <Link href={`/sign-in?returnTo=${here}`} prefetch={false} className="text-accent underline">
                {text}
              </Link>
            ),
            up: (text) => (
              <Link href={`/sign-up?returnTo=${here}`} prefetch={false} className="text-accent underline">
                {text}
              </Link>
            ),
          })}
        </p>
      ) : (
        <GiveWords words={await currentWordsOf("entry")}>
          <AdminLinkForm token={given} name={member.name} />
        </GiveWords>
      )}
    </div>
  );
}
