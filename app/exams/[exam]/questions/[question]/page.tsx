import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Discussion } from "#components/discussion/discussion";
import { SingleQuestion } from "#components/question/single-question";
import { getQuestionPage } from "#lib/attempts/read/question-page";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { findExam } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import type { SearchParams } from "#lib/discussion/schema";

type Props = { params: Promise<{ exam: string; question: string }>; searchParams: Promise<SearchParams> };

export const metadata: Metadata = { title: "Question" };

export default async function QuestionPage({ params, searchParams }: Props) {
  const { exam: examSlug, question: name } = await params;
  const [exam, view] = await Promise.all([
    findExam(database(), examSlug),
    getQuestionPage(database(), await currentViewer(), examSlug, name, new Date()),
  ]);
  if (view === null) notFound();
  const { questionId, question, secret, first, isWithheld, retired } = view;
  return (
    <div>
      <p className="text-sm text-muted">
        {exam?.isOffered ? (
          <Link href={`/exams/${examSlug}`} prefetch={false} className="underline underline-offset-4">
            {exam.title}
          </Link>
        ) : (
          exam?.title
        )}
      </p>
      <h1 className="mt-1 text-lg font-semibold">Question</h1>
      {retired ? (
        <p className="mt-3 text-sm text-flag">This question is no longer asked. Its discussion stays.</p>
      ) : null}
      <SingleQuestion
        examSlug={examSlug}
        name={name}
        question={question}
        secret={secret}
        first={first}
        isWithheld={isWithheld}
        retired={retired}
      />
      {secret === null ? null : (
        <Discussion
          examSlug={examSlug}
          questionId={questionId}
          questionName={name}
          order={question.options.map((option) => option.id)}
          search={await searchParams}
        />
      )}
    </div>
  );
}
