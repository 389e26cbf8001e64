import type { Metadata } from "next";
import Link from "next/link";
import { DeliverAnswers } from "#components/attempt/kept/deliver-answers";
import { Blueprint } from "#components/exam/blueprint";
import { InProgress } from "#components/exam/in-progress";
import { PastAttempts } from "#components/exam/past-attempts";
import { DamagedLink, ReplayForm } from "#components/exam/replay-form";
import { StartForms, type StartProblem } from "#components/exam/start-forms";
import { FocusSection } from "#components/focus-section";
import { GiveWords } from "#components/give-words";
import { ReadinessLine } from "#components/progress/readiness-line";
import { SearchForm } from "#components/search/search-form";
import { boxesOf, countBoxes, countTicked, type PoolRow } from "#lib/attempts/count-matching";
import type { StartChoices } from "#lib/attempts/plan";
import { listAttempts } from "#lib/attempts/read/list-attempts";
import { listRunning } from "#lib/attempts/read/list-running";
import { matchLink } from "#lib/attempts/read/match-link";
import { practiceCandidates, practicePool } from "#lib/attempts/read/practice-pool";
import { readPracticeChoices, readReplay } from "#lib/attempts/schema";
import { examTime } from "#lib/attempts/write/clock-watch";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { type ExamOverview, getExam } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import { languageMarks } from "#lib/exam/language-marks";
import type { WordKey } from "#lib/messages/words";
import { getExamProgress } from "#lib/progress/read/get-progress";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { MissingPage, missingMetadata } from "../../missing-page.tsx";

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = { params: Promise<{ exam: string }>; searchParams: Promise<Search> };

/** Why nothing was started, by the code in the address. */
const limits = new Map<string, WordKey>([
  ["guests", "exam.limitGuests"],
  ["account", "exam.limitAccount"],
]);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const exam = await getExam(database(), (await params).exam);
  if (exam === null) return missingMetadata();
  return {
    title: exam.title,
    alternates: { types: { "application/atom+xml": `/exams/${exam.slug}/feed.xml` } },
  };
}

export default async function ExamPage({ params, searchParams }: Props) {
  const search = await searchParams;
  const { seed, bank, timeFactor, empty, limit, problem } = search;
  const replay = readReplay({ seed, timeFactor });
  const [db, viewer, t] = [database(), await currentViewer(), await currentWords()];
  const exam = await getExam(db, (await params).exam);
  if (exam === null) return <MissingPage />;
  const now = new Date();
  const asked = { learnerId: viewer.learnerId, exam, now };
  const [attempts, running, standing, candidates] = await Promise.all([
    listAttempts(db, viewer, exam.slug),
    listRunning(db, viewer, examTime(), exam.slug),
    getExamProgress(db, viewer, exam.slug, now),
    practiceCandidates(db, asked),
  ]);
  const isKnown = attempts.length > 0;
  const practice = readPracticeChoices(search);
  // A history is read only when the form is opened, or is open from the start. Without a history there is nothing to
  // read.
  const pool = isKnown && Object.keys(practice).length === 0 ? null : await practicePool(db, { ...asked, candidates });
  const hasStudyInProgress = attempts.some(({ mode, finishedAt }) => mode === "study" && finishedAt === null);
  const described = new Set(running.map(({ id }) => id));
  return (
    <div className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <FocusSection className="min-w-0">
        {exam.code ? (
          <p className="text-sm font-semibold text-muted" {...languageMarks(exam.language)}>
            {exam.code}
          </p>
        ) : null}
        <h1
          className="mt-1 font-serif text-3xl font-semibold tracking-tight text-balance"
          {...languageMarks(exam.language)}
        >
          {exam.title}
        </h1>
        {seed === undefined ? null : replay === null ? (
          <DamagedLink />
        ) : (
          <ReplayForm exam={exam.slug} {...replay} bank={await matchLink(db, exam.slug, replay.seed, bank)} />
        )}
        {limit === undefined ? null : (
          <p id="too-many-starts" role="alert" className="mt-8 rounded-lg bg-bad-soft px-4 py-2.5 text-bad">
            {t(limits.get(String(limit)) ?? "exam.limitLearner")}
          </p>
        )}
        {isKnown ? null : <Description exam={exam} />}
        <InProgress running={running} now={now} from="exam" />
        <GiveWords words={await currentWordsOf("start")}>
          <StartForms
            choices={{
              ...choicesOf(exam, practice, pool),
              available: candidates.length,
              hasStudyInProgress,
            }}
            problem={problemOf(empty, problem)}
          />
        </GiveWords>
        <p className="mt-4 text-sm text-muted">
          <Link href="/help#modes" prefetch={false} className="underline underline-offset-4">
            {t("exam.difference")}
          </Link>
        </p>
        {isKnown ? <Description exam={exam} /> : null}
        <DeliverAnswers />
      </FocusSection>
      <aside className="grid min-w-0 grid-cols-1 content-start gap-8">
        <SearchForm examSlug={exam.slug} label={t("exam.search")} />
        {standing === null || !isKnown ? null : (
          <section aria-label={t("exam.standing")} className="grid gap-3">
            <h2 className="text-sm font-semibold text-muted">{t("exam.standing")}</h2>
            <ReadinessLine exam={standing} />
          </section>
        )}
        <Blueprint exam={exam} standing={isKnown ? (standing?.domains ?? null) : null} />
        <PastAttempts attempts={attempts.filter(({ id }) => !described.has(id))} now={now} />
      </aside>
    </div>
  );
}

function Description({ exam: { descriptionHtml, language } }: { exam: ExamOverview }) {
  return (
    <div
      className="prose mt-5 max-w-2xl"
      {...languageMarks(language)}
      dangerouslySetInnerHTML={{ __html: descriptionHtml }}
    />
  );
}

function problemOf(empty: unknown, problem: unknown): StartProblem | null {
  if (problem === "not-saved") return "not-saved";
  return empty === undefined ? null : "nothing-fits";
}

function choicesOf(exam: ExamOverview, practice: StartChoices, pool: readonly PoolRow[] | null) {
  const { slug, language, questions, minutes, passing, sections, domains, tags } = exam;
  const boxes = boxesOf(
    domains.map(({ id }) => id),
    tags,
  );
  return {
    exam: slug,
    marks: languageMarks(language),
    questions,
    minutes,
    passing,
    sections: sections.length,
    domains: domains.map(({ id, title }): [string, string] => [id, title]),
    tags,
    practice,
    counted: pool === null ? null : { boxes: countBoxes(pool, boxes), matching: countTicked(pool, boxes, practice) },
  };
}
