import type { Metadata } from "next";
import Link from "next/link";
import { GiveWords } from "#components/give-words";
import { ReportedCommentCard } from "#components/moderation/reported-comment-card";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { unsentFields } from "#lib/auth/unsent-form";
import { may } from "#lib/auth/viewer";
import { database } from "#lib/db/current";
import { getModerated } from "#lib/moderation/read/list-reports";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { MissingPage, refusedPage, staffMetadata } from "../../../missing-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return staffMetadata("moderate", "moderation.commentTitle");
}

export default async function ModerateCommentPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await currentViewer();
  if (!may(viewer, "moderate")) return refusedPage(viewer, "moderation");
  const comment = await getModerated(database(), viewer, (await params).id, new Date());
  if (comment === null) return <MissingPage />;
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
        <ReportedCommentCard comment={comment} unsent={await unsentFields()} now={new Date()} />
      </GiveWords>
    </>
  );
}
