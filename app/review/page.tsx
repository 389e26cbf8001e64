import type { Metadata } from "next";
import Link from "next/link";
import { ExamReviews } from "#components/review/exam-reviews";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { listReviews } from "#lib/review/read/due-questions";

import { currentWords } from "#lib/settings/read/current-words";
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("review.title"), robots: { index: false } };
}

export default async function ReviewsPage() {
  const [now, t] = [new Date(), await currentWords()];
  const exams = await listReviews(database(), await currentViewer(), now);
  return (
    <div className="max-w-2xl">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("review.title")}</h1>
      <p className="mt-3 text-sm text-muted">
        {t.rich("review.lead", {
          link: (text) => (
            <Link href="/help#reviews" prefetch={false} className="underline underline-offset-4">
              {text}
            </Link>
          ),
        })}
      </p>
      {exams.length === 0 ? (
        <p className="mt-6 text-muted">
          {t.rich("review.none", {
            link: (text) => (
              <Link href="/" prefetch={false} className="text-accent underline underline-offset-4">
                {text}
              </Link>
            ),
          })}
        </p>
      ) : null}
      <div className="mt-6 grid gap-4">
        {exams.map((reviews) => (
          <ExamReviews key={reviews.slug} reviews={reviews} now={now} />
        ))}
      </div>
    </div>
  );
}
