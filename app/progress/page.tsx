import type { Metadata } from "next";
import Link from "next/link";
import { PastAttempts } from "#components/exam/past-attempts";
import { DomainTable } from "#components/progress/domain-table";
import { MockScores } from "#components/progress/mock-scores";
import { OwnCalibration } from "#components/progress/own-calibration";
import { PracticeCalendar } from "#components/progress/practice-calendar";
import { ReadinessCard } from "#components/progress/readiness-card";
import { ReadinessTrend } from "#components/progress/readiness-trend";
import { RetiredExam } from "#components/progress/retired-exam";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { languageMarks } from "#lib/exam/language-marks";
import { getProgress } from "#lib/progress/read/get-progress";
import { practiceDays } from "#lib/progress/read/practice-days";

import { currentWords } from "#lib/settings/read/current-words";
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("progress.title"), robots: { index: false } };
}

export default async function ProgressPage() {
  const [viewer, t] = [await currentViewer(), await currentWords()];
  const now = new Date();
  const [{ exams, retired }, practice] = await Promise.all([
    getProgress(database(), viewer, now, { hasTrend: true }),
    viewer.learnerId === null ? null : practiceDays(database(), viewer.learnerId, now),
  ]);
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("progress.title")}</h1>
      {exams.length === 0 && retired.length === 0 ? (
        <p className="mt-4 text-muted">
          {t.rich("progress.none", {
            link: (text) => (
              <Link href="/" prefetch={false} className="text-accent underline underline-offset-4">
                {text}
              </Link>
            ),
          })}
        </p>
      ) : null}
      {practice === null ? null : <PracticeCalendar {...practice} />}
      {exams.map((exam) => (
        <section key={exam.slug} id={exam.slug} aria-label={exam.title} className="mt-8 border-t border-line pt-6">
          <h2 className="text-xl font-semibold" {...languageMarks(exam.language)}>
            <Link href={`/exams/${exam.slug}`} prefetch={false} className="hover:underline">
              {exam.title}
            </Link>
          </h2>
          <div className="mt-4 grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="grid grid-cols-1 content-start gap-8">
              <ReadinessCard exam={exam} />
              <ReadinessTrend points={exam.trend} passing={exam.passing} />
              <DomainTable domains={exam.domains} marks={languageMarks(exam.language)} />
              <OwnCalibration rows={exam.calibration} />
            </div>
            <div className="grid grid-cols-1 content-start gap-8">
              <MockScores attempts={exam.attempts} passing={exam.passing} now={now} />
              <PastAttempts attempts={exam.attempts} now={now} heading="h3" />
            </div>
          </div>
        </section>
      ))}
      {retired.map((exam) => (
        <RetiredExam key={exam.slug} exam={exam} now={now} />
      ))}
      {viewer.learnerId === null ? null : (
        <p className="mt-12 text-sm text-muted">
          <Link href="/account" prefetch={false} className="text-accent underline underline-offset-4">
            {t("progress.data")}
          </Link>
        </p>
      )}
    </>
  );
}
