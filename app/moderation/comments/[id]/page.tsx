import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { GiveWords } from "#components/give-words";
import { ReportedCommentCard } from "#components/moderation/reported-comment-card";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { refuseAccess } from "#lib/auth/read/refuse-access";
import { may } from "#lib/auth/viewer";
import { database } from "#lib/db/current";
import { getModerated } from "#lib/moderation/read/list-reports";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("moderation.commentTitle"), robots: { index: false } };
}

export default async function ModerateCommentPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await currentViewer();
  if (!may(viewer, "moderate")) return refuseAccess(viewer, "moderation");
  const comment = await getModerated(database(), viewer, (await params).id, new Date());
  if (comment === null) notFound();
  const t = await currentWords();
  return (
    <>
      <p className="text-sm">
        <Link href="/moderation" prefetch={false} className="text-muted underline underline-offset-4">
          {t("moderation.title")}
        </Link>
      </p>
      <h1 className="mt-1 mb-6 font-serif text-3xl font-semibold tracking-tight">{t("moderation.commentTitle")}</h1>
      <GiveWords words={await currentWordsOf("moderation")}>
        <ReportedCommentCard comment={comment} now={new Date()} />
      </GiveWords>
    </>
  );
}
