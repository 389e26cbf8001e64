import Link from "next/link";
import { ExamCard } from "#components/exam/exam-card";
import { listExams } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";

export const dynamic = "force-dynamic";

export default async function Home() {
  const exams = await listExams(database());
  return (
    <>
      <h1 className="max-w-2xl font-serif text-3xl leading-tight font-semibold tracking-tight text-balance sm:text-4xl">
        Practise for your exam with questions you can check.
      </h1>
      <p className="mt-4 max-w-xl text-muted">
        Every answer comes with an explanation, its sources and a place to disagree. No account is needed to start.
      </p>
      <p className="mt-4">
        <Link href="/plan" prefetch={false} className="text-accent underline underline-offset-4">
          Plan the days to your exam
        </Link>
      </p>
      <h2 className="mt-12 mb-4 text-sm font-semibold text-muted">Exams</h2>
      <ul className="grid gap-4 sm:grid-cols-2">
        {exams.map((exam) => (
          <ExamCard key={exam.slug} exam={exam} />
        ))}
      </ul>
      {exams.length === 0 ? (
        <p>There is no exam yet. Put Markdown files into the content folder and run a sync.</p>
      ) : null}
    </>
  );
}
