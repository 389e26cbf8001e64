import type { Metadata } from "next";
import Link from "next/link";
import { AdminLinkForm } from "#components/account/admin-link-form";
import { GiveWords } from "#components/give-words";
import { FormMessage } from "#components/ui/form-message";
import { adminLinkPath, isAdminToken } from "#lib/auth/read/admin-link";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("entry.adminTitle"), robots: { index: false } };
}

export default async function FirstAdministratorPage({ searchParams }: { searchParams: Promise<{ token?: unknown }> }) {
  const [{ token }, t] = await Promise.all([searchParams, currentWords()]);
  return (
    <div className="mx-auto grid max-w-sm gap-5">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("entry.adminTitle")}</h1>
      <LinkBody token={typeof token === "string" ? token : ""} />
    </div>
  );
}

/** What can be done with the link: nothing once it was used, unless by the person who opens it again. */
async function LinkBody({ token }: { token: string }) {
  const [{ member }, t] = await Promise.all([currentViewer(), currentWords()]);
  if (member?.role === "administrator") {
    return (
      <>
        <p role="status">{t("entry.isAdmin")}</p>
        <Link href="/moderation" prefetch={false} className="text-accent underline">
          {t("account.moderation")}
        </Link>
      </>
    );
  }
  if (!(await isAdminToken(database().read, token, new Date())))
    return <FormMessage of="refusal">{t("entry.refused-admin-link-over")}</FormMessage>;
  if (member === null) return <SignInFirst token={token} />;
  return (
    <GiveWords words={await currentWordsOf("entry")}>
      <AdminLinkForm token={token} name={member.name} />
    </GiveWords>
  );
}

async function SignInFirst({ token }: { token: string }) {
  const t = await currentWords();
  const here = encodeURIComponent(`${adminLinkPath}?token=${encodeURIComponent(token)}`);
  return (
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
  );
}
