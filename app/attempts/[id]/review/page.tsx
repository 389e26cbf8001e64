import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Clock, TimeIsUp } from "#components/attempt/clock";
import { ReviewList } from "#components/attempt/review-list";
import { SaveNotices, SaveStatus } from "#components/attempt/save-status";
import { SubmitForm } from "#components/attempt/submit-form";
import { closeSectionAction, submitAttemptAction } from "#lib/attempts/actions";
import { getReview } from "#lib/attempts/read/attempt";
import { examTime } from "#lib/attempts/write/clock-watch";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { endsAtLine } from "#lib/dates/ends-at";
import { database } from "#lib/db/current";
import { clockEnd, currentSection, isOver, openPositions } from "#lib/exam/attempt";

export const metadata: Metadata = { title: "Check your answers" };

export default async function ReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const review = await getReview(database(), await currentViewer(), id);
  if (review === null) notFound();
  const { attempt, map } = review;
  const { sitting, finishedAt, plan } = attempt;
  const now = examTime();
  if (finishedAt !== null || isOver(sitting, now)) redirect(`/attempts/${id}/result`);
  const { from, to } = openPositions(sitting, now);
  const index = currentSection(sitting, now);
  const isLast = index >= sitting.sections.length - 1;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 tabIndex={-1} className="font-serif text-3xl font-semibold tracking-tight">
          Check your answers
        </h1>
        <div className="flex flex-wrap items-center gap-4 text-sm">
          <Clock fallback={endsAtLine(clockEnd(sitting, now), now)} />
          <SaveStatus />
        </div>
      </div>
      <TimeIsUp />
      <SaveNotices />
      <ReviewList
        attemptId={id}
        map={map.filter(({ position }) => from <= position && position <= to)}
        isStudy={plan.reveal === "at-once"}
      />
      {isLast ? (
        <SubmitForm
          action={submitAttemptAction}
          attemptId={id}
          button={plan.reveal === "at-once" ? "End session" : "Submit exam"}
        >
          {plan.reveal === "at-once"
            ? "Only what you checked is counted."
            : "Unanswered questions count as wrong. You cannot go back after this."}
        </SubmitForm>
      ) : (
        <SubmitForm action={closeSectionAction} attemptId={id} button="Close section" section={index}>
          {sitting.sections[index]?.title}: you cannot come back to it. The next is {sitting.sections[index + 1]?.title}
          .
        </SubmitForm>
      )}
    </>
  );
}
