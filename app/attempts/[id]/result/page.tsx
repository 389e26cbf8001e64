import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { SaveNotices } from "#components/attempt/item/save-status";
import { Delivering } from "#components/attempt/kept/delivering";
import { Reopened } from "#components/attempt/result/reopened";
import { ResultActions } from "#components/attempt/result/result-actions";
import { ResultInFull } from "#components/attempt/result/result-in-full";
import { ResultInsights } from "#components/attempt/result/result-insights";
import { ResultItems } from "#components/attempt/result/result-items";
import { ScoreSummary, SealedScore } from "#components/attempt/result/score-summary";
import { SessionSummary } from "#components/attempt/result/session-summary";
import { GiveWords } from "#components/give-words";
import { ButtonLink } from "#components/ui/button-link";
import { markingOf } from "#lib/attempts/plan";
import { type AttemptHeader, getAttempt } from "#lib/attempts/read/attempt";
import { currentAttempt } from "#lib/attempts/read/current-attempt";
import { getResult } from "#lib/attempts/read/get-result";
import { plannedMs, resultFilters } from "#lib/attempts/result-view";
import { timeUsedWords } from "#lib/attempts/time-used";
import { waitingCookies } from "#lib/attempts/waiting-cookie";
import { examTime } from "#lib/attempts/write/clock-watch";
import { finishAttempt } from "#lib/attempts/write/finish";
import { takesLateAnswers } from "#lib/attempts/write/served-keys";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { findExam } from "#lib/bank/read/exams";
import { dayWords } from "#lib/dates/day-words";
import { database } from "#lib/db/current";
import { isOver } from "#lib/exam/attempt";
import { languageMarks } from "#lib/exam/language-marks";
import { reviewsOf } from "#lib/review/read/due-questions";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { useWords } from "#words";
import { MissingPage, missingMetadata } from "../../../missing-page.tsx";
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, attempt] = [await currentWords(), await currentAttempt((await params).id)];
  return attempt === null ? missingMetadata() : { title: t("result.pageTitle", { exam: attempt.examTitle }) };
}

type Search = { show?: string; without?: string; item?: string; full?: string };
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

export default async function ResultPage({ params, searchParams }: Props) {
  const [{ id }, { show, without, item, full }] = await Promise.all([params, searchParams]);
  const [viewer, t] = await Promise.all([currentViewer(), currentWords()]);
  const db = database();
  const found = await currentAttempt(id);
  if (found === null) return <MissingPage />;
  const now = examTime();
  if (found.finishedAt === null) {
    if (!isOver(found.sitting, now)) redirect(`/attempts/${id}/review`);
    await finishAttempt({ db, viewer, attemptId: id, now });
  }
  const attempt = found.finishedAt === null ? ((await getAttempt(db, viewer, id)) ?? found) : found;
  const jar = await cookies();
  const isWaiting = without !== "late" && waitingCookies.some((name) => jar.has(name));
  if (isWaiting && (await takesLateAnswers(db, attempt, now)))
    return (
      <>
        <Heading attempt={attempt} />
        <GiveWords words={await currentWordsOf("delivering")}>
          <Delivering attemptId={id} />
        </GiveWords>
      </>
    );
  if (attempt.finishedBy === "discarded") return <Discarded attempt={attempt} />;
  const result = await getResult(db, viewer, id, now);
  if (result === null) return <MissingPage />;
  const exam = await findExam(db, attempt.examSlug);
  const { timeLimitMinutes } = attempt.plan;
  const planCount = timeLimitMinutes === null ? (exam?.questions ?? 0) : attempt.sitting.count;
  const dayOf = (at: Date) => dayWords(t, at, now);
  const planned = plannedMs(timeLimitMinutes ?? exam?.minutes ?? null, planCount);
  return (
    <>
      <Heading attempt={attempt} />
      {attempt.reopened === null ? null : <Reopened {...attempt.reopened} />}
      {result.score === null ? (
        <SealedScore examPath={exam?.isOffered ? `/exams/${exam.slug}` : `/progress#${attempt.examSlug}`} />
      ) : attempt.plan.reveal === "at-once" ? (
        <SessionSummary
          score={result.score}
          domains={exam?.domains ?? []}
          marks={languageMarks(attempt.examLanguage)}
          examSlug={result.isOffered ? attempt.examSlug : null}
          elapsedMs={result.items.reduce((sum, { marks }) => sum + marks.elapsedMs, 0)}
          reviews={await reviewsOf(db, viewer, new Set(result.items.map(({ location }) => location.questionId)), now)}
        />
      ) : (
        <ScoreSummary
          score={result.score}
          others={result.others}
          domains={exam?.domains ?? []}
          marks={languageMarks(attempt.examLanguage)}
          newQuestions={result.newQuestions}
          percentile={result.percentile}
          finishedBy={result.attempt.finishedBy}
          marking={markingOf(attempt.plan)}
          timeUsed={timeUsedWords(t, { ...attempt, finishedAt: attempt.finishedAt ?? now })}
          examSlug={result.isOffered ? attempt.examSlug : null}
        />
      )}
      <ResultActions result={result} isFull={full !== undefined} />
      <GiveWords words={await currentWordsOf("question", "dispute", "resultItem")}>
        {full === undefined ? (
          <>
            <ResultInsights items={result.items} planned={planned} />
            <ResultItems
              result={result}
              filter={resultFilters.find((filter) => filter === show) ?? "all"}
              planned={planned}
              chosen={Number(item) || null}
              dayOf={dayOf}
            />
          </>
        ) : (
          <ResultInFull result={result} planned={planned} dayOf={dayOf} />
        )}
      </GiveWords>
    </>
  );
}

/** Shown instead of the result of a discarded attempt. */
function Discarded({ attempt }: { attempt: AttemptHeader }) {
  const t = useWords();
  return (
    <>
      <Heading attempt={attempt} />
      <p className="mt-4 max-w-xl">{t("result.discarded")}</p>
      <p className="mt-6">
        <ButtonLink href={`/exams/${attempt.examSlug}`} look="primary">
          {t("result.backToExam")}
        </ButtonLink>
      </p>
    </>
  );
}

function Heading({ attempt: { examTitle, examLanguage } }: { attempt: AttemptHeader }) {
  const t = useWords();
  return (
    <>
      <p className="text-sm text-muted" {...languageMarks(examLanguage)}>
        {examTitle}
      </p>
      <h1 tabIndex={-1} className="mt-1 font-serif text-3xl font-semibold tracking-tight">
        {t("result.title")}
      </h1>
      <div className="mt-4 empty:hidden">
        <SaveNotices />
      </div>
    </>
  );
}
