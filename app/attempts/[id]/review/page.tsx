import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Clock } from "#components/attempt/clock";
import { ReviewList } from "#components/attempt/review-list";
import { getReview } from "#lib/attempts/queries";
import { currentViewer } from "#lib/auth/current-viewer";
import { database } from "#lib/db/current";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const review = await getReview(database(), await currentViewer(), id);
  if (review === null) notFound();
  const { attempt, map } = review;
  const now = new Date();
  if (attempt.finishedAt !== null || (attempt.deadlineAt && now >= attempt.deadlineAt))
    redirect(`/attempts/${id}/result`);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="font-serif text-3xl font-semibold tracking-tight">Review</h1>
        <Clock deadlineAt={attempt.deadlineAt?.toISOString() ?? null} serverNow={now.toISOString()} />
      </div>
      <ReviewList attemptId={id} map={map} isStudy={attempt.plan.reveal === "at-once"} />
    </>
  );
}
