import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Difference, OptionDifference } from "#components/discussion/difference";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { absoluteTime } from "#lib/dates/relative-age";
import { database } from "#lib/db/current";
import { getRevisionDifference } from "#lib/discussion/read/get-revision-difference";
import { currentWords } from "#lib/settings/read/current-words";

type Props = { params: Promise<{ exam: string; question: string; number: string }> };

export const metadata: Metadata = { title: "An earlier wording", robots: { index: false } };

export default async function RevisionPage({ params }: Props) {
  const t = await currentWords();
  const { exam: examSlug, question: questionName, number } = await params;
  const place = { examSlug, questionName, number: Number(number) };
  const difference = await getRevisionDifference(database(), await currentViewer(), place, new Date());
  if (difference === null) notFound();
  return (
    <div className="max-w-3xl">
      <p className="text-sm">
        <Link
          href={`/exams/${examSlug}/questions/${questionName}`}
          prefetch={false}
          className="text-muted underline underline-offset-4"
        >
          Open this question
        </Link>
      </p>
      <h1 className="mt-1 font-serif text-3xl font-semibold tracking-tight">
        Wording {difference.number} and wording {difference.currentNumber}
      </h1>
      <p className="mt-2 text-sm text-muted">
        Wording {difference.number} is of {absoluteTime(t, difference.createdAt)}. What was <del>taken out</del> and
        what was <ins>put in</ins> since:
      </p>
      <h2 className="mt-8 font-semibold">Question</h2>
      <Difference parts={difference.stem} />
      <h2 className="mt-8 font-semibold">Options</h2>
      <OptionDifference options={difference.options} />
      <h2 className="mt-8 font-semibold">Correct answer</h2>
      <p className="mt-2">{difference.isKeyChanged ? "It is another one now." : "It is the same."}</p>
      <h2 className="mt-8 font-semibold">Explanation</h2>
      <Difference parts={difference.explanation} />
    </div>
  );
}
