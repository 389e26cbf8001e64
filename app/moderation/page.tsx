import type { Metadata } from "next";
import Link from "next/link";
import { FocusSection } from "#components/focus-section";
import { GiveWords } from "#components/give-words";
import { ModerationLog } from "#components/moderation/moderation-log";
import { ReportedCommentCard } from "#components/moderation/reported-comment-card";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { unsentFields } from "#lib/auth/unsent-form";
import { database } from "#lib/db/current";
import { listActs } from "#lib/moderation/read/list-acts";
import { listQueue } from "#lib/moderation/read/list-reports";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { refusedPage, staffMetadata } from "../missing-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return staffMetadata("moderate", "moderation.title");
}

export default async function ModerationPage() {
  const t = await currentWords();
  const viewer = await currentViewer();
  const now = new Date();
  const [queue, log] = await Promise.all([listQueue(database(), viewer, now), listActs(database(), viewer, now)]);
  if (queue === null || log === null) return refusedPage(viewer, "moderation");
  const unsent = await unsentFields();
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("moderation.title")}</h1>
      <p className="mt-3 text-sm">
        <Link href="/authoring" prefetch={false} className="text-accent underline underline-offset-4">
          {t("statistics.title")}
        </Link>{" "}
        ·{" "}
        <Link href="/authoring/suggestions" prefetch={false} className="text-accent underline underline-offset-4">
          {t("suggestions.queue")}
        </Link>
      </p>
      <FocusSection label={t("moderation.reports")} className="mt-8">
        <h2 className="text-xl font-semibold">{t("moderation.reports")}</h2>
        {queue.length === 0 ? <p className="mt-3 text-sm text-muted">{t("moderation.nothing")}</p> : null}
        <GiveWords words={await currentWordsOf("moderation")}>
          <ol className="mt-4 grid gap-8">
            {queue.map((comment) => (
              <li key={comment.commentId} className="min-w-0">
                <ReportedCommentCard comment={comment} unsent={unsent} now={now} />
              </li>
            ))}
          </ol>
        </GiveWords>
      </FocusSection>
      <FocusSection label={t("moderation.log")} className="mt-12">
        <h2 className="text-xl font-semibold">{t("moderation.log")}</h2>
        <ModerationLog entries={log} />
      </FocusSection>
    </>
  );
}
