import { redirect } from "next/navigation";
import { positionToGoOn } from "#lib/attempts/position-to-go-on";
import { getReview } from "#lib/attempts/read/attempt";
import { examTime } from "#lib/attempts/write/clock-watch";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { openPositions } from "#lib/exam/attempt";
import { MissingPage, missingMetadata } from "../../missing-page.tsx";

export const generateMetadata = missingMetadata;

/** Continues the attempt at its first open item. */
export default async function AttemptPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const review = await getReview(database(), await currentViewer(), id);
  if (review === null) return <MissingPage />;
  if (review.attempt.finishedAt !== null) redirect(`/attempts/${id}/result`);
  const { sitting, plan } = review.attempt;
  redirect(`/attempts/${id}/${positionToGoOn(review.map, openPositions(sitting, examTime()), plan.reveal)}`);
}
