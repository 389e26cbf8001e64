import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { FocusAtHash } from "#components/focus-at-hash";
import { FocusSection } from "#components/focus-section";
import { ExamOutcome } from "#components/progress/exam-outcome";
import { KeptFormNote, PlanDays, PlanToday } from "#components/review/plan-days";
import { PlanForm } from "#components/review/plan-form";
import { Button } from "#components/ui/button";
import type { ReportedOutcome } from "#lib/auth/learner-settings";
import { ofExam } from "#lib/auth/learner-settings";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { type ExamCard, listExams } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { languageMarks } from "#lib/exam/language-marks";
import { dateOf, localDay } from "#lib/exam/local-time";
import { ownOutcomes } from "#lib/progress/read/reported-outcomes";
import { newCalendarAction } from "#lib/review/actions";
import { examsToPlan } from "#lib/review/exams-to-plan";
import { readPlanFields } from "#lib/review/plan-fields";
import { begunExams } from "#lib/review/read/begun-exams";
import { calendarPath } from "#lib/review/read/calendar-address";
import { currentDayZone } from "#lib/review/read/current-day-zone";
import { type ExamPlan, listPlans } from "#lib/review/read/get-plan";
import { longestPlan } from "#lib/review/write/keep-plan";
import { currentWords } from "#lib/settings/read/current-words";
import { useWords } from "#words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("plan.title"), robots: { index: false } };
}

type Search = Readonly<Record<string, string | string[] | undefined>>;

export default async function PlanPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [now, t] = [new Date(), await currentWords()];
  const [search, { learnerId }, exams] = [await searchParams, await currentViewer(), await listExams(database())];
  const plans = learnerId === null ? [] : await listPlans(database(), learnerId, now);
  const outcomes = await ownOutcomes(database(), learnerId);
  const timeZone = await currentDayZone(database(), learnerId);
  const today = localDay(now, timeZone);
  const dates = { first: dateOf(today + 1), last: dateOf(today + longestPlan) };
  const begun = learnerId === null ? [] : await begunExams(database(), learnerId);
  const { near, far } = examsToPlan(exams, { planned: plans.map(({ exam }) => exam.slug), begun });
  const planFor = ({ slug, questions, available }: ExamCard) => {
    const plan = plans.find(({ exam }) => exam.slug === slug);
    const chosen = search.exam === slug ? search : {};
    return (
      <div className="flex flex-wrap items-start gap-x-10">
        {plan === undefined ? null : (
          <div className="min-w-0 flex-[1_1_22rem]">
            <Plan plan={plan} reported={ofExam(outcomes, slug) ?? []} problem={search.outcome} />
          </div>
        )}
        <PlanForm
          exam={slug}
          fields={readPlanFields(chosen, plan?.settings ?? null)}
          dates={dates}
          isKept={plan !== undefined}
          mayKeepForm={available >= 2 * questions}
          problem={typeof chosen.problem === "string" ? chosen.problem : null}
        />
      </div>
    );
  };
  return (
    <FocusSection>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("plan.title")}</h1>
      <p className="mt-3 max-w-3xl text-sm text-muted">{t("plan.lead")}</p>
      <FocusAtHash />
      <p className="mt-2 text-sm text-muted">
        {t.rich("plan.zone", {
          zone: timeZone,
          link: (text) => (
            <Link href="/settings" prefetch={false} className="text-accent underline underline-offset-4">
              {text}
            </Link>
          ),
        })}
      </p>
      {near.map((exam) => (
        <section
          key={exam.slug}
          id={exam.slug}
          aria-label={exam.title}
          // A saved plan leads here.
          tabIndex={-1}
          className="mt-8 border-t border-line pt-6 focus:outline-none"
        >
          <h2 className="text-xl font-semibold" {...languageMarks(exam.language)}>
            <Link href={`/exams/${exam.slug}`} prefetch={false} className="hover:underline">
              {exam.title}
            </Link>
          </h2>
          {planFor(exam)}
        </section>
      ))}
      {far.map((exam) => (
        <details
          key={exam.slug}
          id={exam.slug}
          tabIndex={-1}
          open={search.exam === exam.slug}
          className="mt-8 border-t border-line pt-6 focus:outline-none"
        >
          <summary className="min-h-11 cursor-pointer py-2 font-semibold" {...languageMarks(exam.language)}>
            {exam.title}
          </summary>
          {planFor(exam)}
        </details>
      ))}
      {learnerId === null || plans.length === 0 ? null : (
        <Calendar
          path={await calendarPath(database(), learnerId, authSecret(environment()))}
          isNew={search.calendar === "new"}
        />
      )}
    </FocusSection>
  );
}

function Calendar({ path, isNew }: { path: string; isNew: boolean }) {
  const t = useWords();
  const link = (text: ReactNode) => (
    <a href={path} className="text-accent underline underline-offset-4">
      {text}
    </a>
  );
  return (
    <div id="calendar" tabIndex={-1} className="mt-8 text-sm text-muted focus:outline-none">
      <p>{t.rich("plan.calendar", { link })}</p>
      <form action={newCalendarAction} className="-ms-3 mt-2">
        <Button look="quiet">{t("plan.newAddress")}</Button>
      </form>
      <p role="status" className="empty:hidden">
        {isNew ? t("plan.addressChanged") : null}
      </p>
    </div>
  );
}

type PlanProps = { plan: ExamPlan; reported: readonly ReportedOutcome[]; problem: unknown };

function Plan({ plan, reported, problem }: PlanProps) {
  const t = useWords();
  const { exam, settings, days, today, examDay, pace, unseen, form } = plan;
  if (examDay <= today)
    return (
      <>
        <p className="mt-4">{t("plan.examDayCame")}</p>
        <ExamOutcome
          exam={exam.slug}
          reported={reported.find(({ examDate }) => examDate === settings.examDate) ?? null}
          problem={problem === "not-understood" || problem === "not-saved" ? problem : null}
        />
      </>
    );
  const asked = days.flatMap((day) => [...day.fresh, day.mock?.questions ?? 0]).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <p className="mt-2 text-sm text-muted">
        {t("plan.toGo", { days: examDay - today, fresh: Math.round(pace.fresh), review: Math.round(pace.review) })}{" "}
        {asked < unseen ? t("plan.notAsked", { count: unseen - asked }) : null}
      </p>
      {form === null ? null : <KeptFormNote form={form} />}
      <PlanToday exam={exam.slug} day={days.find(({ day }) => day === today)} form={form} />
      <PlanDays days={days} />
    </>
  );
}
