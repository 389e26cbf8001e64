import Link from "next/link";
import { ExamCard } from "#components/exam/exam-card";
import { InProgress } from "#components/exam/in-progress";
import { FocusSection } from "#components/focus-section";
import { GiveWords } from "#components/give-words";
import { ExamToday } from "#components/home/exam-today";
import { TryOne } from "#components/home/try-one";
import { SearchForm } from "#components/search/search-form";
import { listRunning } from "#lib/attempts/read/list-running";
import { getQuestionPage } from "#lib/attempts/read/question-page";
import { examTime } from "#lib/attempts/write/clock-watch";
import { currentViewer } from "#lib/auth/read/current-viewer";
import type { Viewer } from "#lib/auth/viewer";
import { largestFirst } from "#lib/bank/largest-first";
import { type ExamCard as Exam, listExams } from "#lib/bank/read/exams";
import { sampleQuestion } from "#lib/bank/read/sample-question";
import { database } from "#lib/db/current";
import { getProgress } from "#lib/progress/read/get-progress";
import { daysToExams } from "#lib/review/read/days-to-exams";
import { listReviews } from "#lib/review/read/due-questions";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";

import { useWords } from "#words";
export const dynamic = "force-dynamic";

/** For people who have begun something: what to do today. For visitors: one question, then the exams. */
export default async function Home() {
  const [db, viewer, t, now] = [database(), await currentViewer(), await currentWords(), new Date()];
  const [exams, running, progress, reviews, daysTo] = await Promise.all([
    listExams(db),
    listRunning(db, viewer, examTime()),
    getProgress(db, viewer, now),
    listReviews(db, viewer, now),
    daysToExams(db, viewer, now),
  ]);
  const bySize = largestFirst(exams);
  // Of those begun, the nearest first.
  const daysLeft = ({ slug }: { readonly slug: string }) => daysTo.get(slug) ?? 1e6;
  const begun = progress.exams.filter(({ attempts }) => attempts.length > 0).sort((a, b) => daysLeft(a) - daysLeft(b));
  if (running.length === 0 && begun.length === 0)
    return (
      <FocusSection>
        <Stranger exams={bySize} viewer={viewer} />
      </FocusSection>
    );
  const others = bySize.filter(({ slug }) => !begun.some((exam) => exam.slug === slug));
  return (
    <FocusSection>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("home.today")}</h1>
      {daysTo.size === 0 ? <PlanLink /> : null}
      <InProgress running={running} now={now} from="home" />
      <div className="mt-6 grid items-start gap-4 lg:grid-cols-[repeat(auto-fit,minmax(26rem,1fr))]">
        {begun.map((exam) => (
          <ExamToday
            key={exam.slug}
            exam={exam}
            reviews={reviews.find(({ slug }) => slug === exam.slug) ?? null}
            daysLeft={daysTo.get(exam.slug) ?? null}
            now={now}
          />
        ))}
      </div>
      {others.length === 0 ? (
        <SearchForm label={t("search.questions")} className="mt-12 max-w-xl" />
      ) : (
        <Exams title={t("home.otherExams")} exams={others} />
      )}
    </FocusSection>
  );
}

async function Stranger({ exams, viewer }: { exams: readonly Exam[]; viewer: Viewer }) {
  const [db, t, exam] = [database(), await currentWords(), exams[0]];
  const name = exam === undefined ? null : await sampleQuestion(db, exam.slug);
  const view = exam && name !== null ? await getQuestionPage(db, viewer, exam.slug, name, new Date()) : null;
  return (
    <>
      <h1 className="max-w-2xl font-serif text-3xl leading-tight font-semibold tracking-tight text-balance sm:text-4xl">
        {t("home.headline")}
      </h1>
      <p className="mt-4 max-w-xl text-muted">{t("home.lead")}</p>
      {exam === undefined || name === null || view === null ? null : (
        <GiveWords words={await currentWordsOf("question", "firstAnswer")}>
          <TryOne exam={exam} name={name} view={view} />
        </GiveWords>
      )}
      <Exams title={t("home.exams")} exams={exams} />
      <PlanLink />
      {exams.length === 0 ? <p>{t("home.noExams")}</p> : null}
    </>
  );
}

function Exams({ title, exams }: { title: string; exams: readonly Exam[] }) {
  const t = useWords();
  return (
    <>
      <SearchForm label={t("search.questions")} className="mt-12 max-w-xl" />
      <h2 className="mt-8 mb-4 text-sm font-semibold text-muted">{title}</h2>
      <ul className="grid gap-4 sm:grid-cols-2">
        {exams.map((exam) => (
          <ExamCard key={exam.slug} exam={exam} />
        ))}
      </ul>
    </>
  );
}

function PlanLink() {
  const t = useWords();
  return (
    <p className="mt-4">
      <Link href="/plan" prefetch={false} className="text-accent underline underline-offset-4">
        {t("home.plan")}
      </Link>
    </p>
  );
}
