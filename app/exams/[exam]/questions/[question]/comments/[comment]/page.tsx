import type { Metadata } from "next";
import Link from "next/link";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { absoluteTime } from "#lib/dates/relative-age";
import { database } from "#lib/db/current";
import { printMarks } from "#lib/discussion/letter-marks";
import { getCommentHistory } from "#lib/discussion/read/get-comment-history";
import { currentWords } from "#lib/settings/read/current-words";
import { afterAnswer } from "../../after-answer.tsx";

type Props = { params: Promise<{ exam: string; question: string; comment: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("questionPage.editsTitle"), robots: { index: false } };
}

export default async function CommentHistoryPage({ params }: Props) {
  const t = await currentWords();
  const { exam: examSlug, question: questionName, comment: commentId } = await params;
  const place = { examSlug, questionName, commentId };
  const [viewer, now] = [await currentViewer(), new Date()];
  const history = await getCommentHistory(database(), viewer, place, now);
  if (history === null) return afterAnswer(viewer, place, "questionPage.editsTitle", now);
  return (
    <div className="max-w-2xl">
      <p className="text-sm">
        <Link
          href={`/exams/${examSlug}/questions/${questionName}?comment=${commentId}#comment-${commentId}`}
          prefetch={false}
          className="text-muted underline underline-offset-4"
        >
          {t("questionPage.inDiscussion")}
        </Link>
      </p>
      <h1 className="mt-1 font-serif text-3xl font-semibold tracking-tight">
        {t("questionPage.edits", { author: history.author })}
      </h1>
      <ol className="mt-6">
        {history.versions.map(({ html, until }) => (
          <li key={until?.toISOString() ?? "now"} className="border-t border-line py-4">
            <p className="text-sm text-muted">
              {until === null ? t("questionPage.now") : t("questionPage.until", { date: absoluteTime(t, until) })}
            </p>
            <div className="prose mt-1" dangerouslySetInnerHTML={{ __html: printMarks(t, html, history.letters) }} />
          </li>
        ))}
      </ol>
    </div>
  );
}
