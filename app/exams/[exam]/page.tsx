import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeliverAnswers } from "#components/attempt/deliver-answers";
import { Blueprint } from "#components/exam/blueprint";
import { PastAttempts } from "#components/exam/past-attempts";
import { DamagedLink, ReplayForm } from "#components/exam/replay-form";
import { type StartChoices, StartForms, type StartProblem } from "#components/exam/start-forms";
import { YourStanding } from "#components/exam/your-standing";
import { listAttempts } from "#lib/attempts/read/list-attempts";
import { matchLink } from "#lib/attempts/read/match-link";
import { readReplay } from "#lib/attempts/schema";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { type ExamOverview, getExam } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";

type Search = { seed?: string; bank?: string; timeFactor?: string; empty?: string; limit?: string; problem?: string };
type Props = { params: Promise<{ exam: string }>; searchParams: Promise<Search> };

/** So many running attempts stand above the ways to begin another, where who comes back looks first. */
const mostRunning = 3;

/** Why nothing was started, by the word in the address. */
const limits = new Map([
  [
    "guests",
    "Visitors without an account have started too many attempts in the last ten minutes. Wait ten minutes, or sign in.",
  ],
  ["account", "This site asks for an account before you start. Sign up or sign in, then start again."],
]);
const limitOfLearner =
  "You have started too many attempts in the last ten minutes. Wait ten minutes, then start again.";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const exam = await getExam(database(), (await params).exam);
  if (exam === null) return { title: "Not found" };
  return {
    title: exam.title,
    alternates: { types: { "application/atom+xml": `/exams/${exam.slug}/feed.xml` } },
  };
}

export default async function ExamPage({ params, searchParams }: Props) {
  const { seed, bank, timeFactor, empty, limit, problem } = await searchParams;
  const replay = readReplay({ seed, timeFactor });
  const exam = await getExam(database(), (await params).exam);
  if (exam === null) notFound();
  const attempts = await listAttempts(database(), await currentViewer(), exam.slug);
  const running = attempts.filter((attempt) => attempt.finishedAt === null).slice(0, mostRunning);
  const now = new Date();
  return (
    <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div>
        {exam.code ? <p className="text-sm font-semibold text-muted">{exam.code}</p> : null}
        <h1 className="mt-1 font-serif text-3xl font-semibold tracking-tight text-balance">{exam.title}</h1>
        <div className="prose mt-5 max-w-2xl" dangerouslySetInnerHTML={{ __html: exam.descriptionHtml }} />
        {seed === undefined ? null : replay === null ? (
          <DamagedLink />
        ) : (
          <ReplayForm exam={exam.slug} {...replay} bank={await matchLink(database(), exam.slug, replay.seed, bank)} />
        )}
        <div className="mt-8 empty:hidden">
          <PastAttempts title="In progress" attempts={running} now={now} />
        </div>
        {limit === undefined ? null : (
          <p id="too-many-starts" role="alert" className="mt-8 rounded-lg bg-bad-soft px-4 py-2.5 text-bad">
            {limits.get(limit) ?? limitOfLearner}
          </p>
        )}
        <StartForms choices={choicesOf(exam)} problem={problemOf(empty, problem)} />
        <DeliverAnswers />
      </div>
      <aside className="grid content-start gap-8">
        <Blueprint exam={exam} />
        {attempts.length === 0 ? null : <YourStanding exam={exam.slug} />}
        <PastAttempts attempts={attempts.filter((attempt) => !running.includes(attempt))} now={now} />
      </aside>
    </div>
  );
}

function problemOf(empty: string | undefined, problem: string | undefined): StartProblem | null {
  if (problem === "not-saved") return "not-saved";
  return empty === undefined ? null : "nothing-fits";
}

function choicesOf({
  slug,
  questions,
  minutes,
  passing,
  sections,
  domains,
  tags,
  ...exam
}: ExamOverview): StartChoices {
  return {
    exam: slug,
    questions,
    available: Object.values(exam.available).reduce((sum, count) => sum + count, 0),
    minutes,
    passing,
    sections: sections.length,
    domains: domains.map(({ id, title }) => [id, title]),
    tags,
  };
}
