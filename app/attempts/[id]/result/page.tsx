import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ResultItem } from "#components/attempt/result-item";
import { ScoreSummary } from "#components/attempt/score-summary";
import { finishAttempt } from "#lib/attempts/finish";
import { getAttempt, getResult } from "#lib/attempts/queries";
import { currentViewer } from "#lib/auth/current-viewer";
import { getExam } from "#lib/bank/queries";
import { database } from "#lib/db/current";
import { isOver } from "#lib/exam/timing";

export const metadata: Metadata = { title: "Result" };

export default async function ResultPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await currentViewer();
  const db = database();
  const attempt = await getAttempt(db, viewer, id);
  if (attempt === null) notFound();
  const now = new Date();
  if (attempt.finishedAt === null) {
    if (!isOver(attempt.deadlineAt, now)) redirect(`/attempts/${id}/review`);
    await finishAttempt({ db, viewer, attemptId: id, now });
  }
  const result = await getResult(db, viewer, id);
  if (result === null) notFound();
  const exam = await getExam(db, attempt.examSlug);
  return (
    <>
      <p className="text-sm text-muted">{attempt.examTitle}</p>
      <h1 className="mt-1 font-serif text-3xl font-semibold tracking-tight">Result</h1>
      <ScoreSummary
        score={result.score}
        domains={exam?.domains ?? []}
        showsVerdict={attempt.mode === "mock"}
        finishedBy={result.attempt.finishedBy}
      />
      <h2 className="mt-12 mb-2 text-xl font-semibold">Questions</h2>
      <ol>
        {result.items.map((item) => (
          <ResultItem key={item.position} item={item} examSlug={attempt.examSlug} />
        ))}
      </ol>
    </>
  );
}
