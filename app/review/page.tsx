import type { Metadata } from "next";
import Link from "next/link";
import { ExamReviews } from "#components/review/exam-reviews";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { listReviews } from "#lib/review/read/due-questions";

export const metadata: Metadata = { title: "Reviews due", robots: { index: false } };

export default async function ReviewsPage() {
  const now = new Date();
  const exams = await listReviews(database(), await currentViewer(), now);
  return (
    <div className="max-w-2xl">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Reviews due</h1>
      <p className="mt-3 text-sm text-muted">
        A question you missed comes back after ten minutes, one you knew after days, then weeks: always shortly before
        you would forget it. When depends on whether you were right and how sure you said you were. “I don’t know”
        counts as missed, and so does a right guess.{" "}
        <Link href="/help#reviews" prefetch={false} className="underline underline-offset-4">
          More about reviews
        </Link>
      </p>
      {exams.length === 0 ? (
        <p className="mt-6 text-muted">
          Nothing to review yet.{" "}
          <Link href="/" prefetch={false} className="text-accent underline underline-offset-4">
            Choose an exam
          </Link>
          : every question that you answer gets a date.
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
