import type { Metadata } from "next";
import Link from "next/link";
import { KeptFormNote, PlanDays, PlanToday } from "#components/review/plan-days";
import { PlanForm } from "#components/review/plan-form";
import { Button } from "#components/ui/button";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { deviceTimeZone } from "#lib/auth/read/device-time-zone";
import { listExams } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { dateOf, localDay } from "#lib/exam/local-time";
import { newCalendarAction } from "#lib/review/actions";
import { readPlanFields } from "#lib/review/plan-fields";
import { calendarPath } from "#lib/review/read/calendar-address";
import { type ExamPlan, listPlans } from "#lib/review/read/get-plan";
import { longestPlan } from "#lib/review/write/keep-plan";

export const metadata: Metadata = { title: "Plan", robots: { index: false } };

type Search = Readonly<Record<string, string | string[] | undefined>>;

export default async function PlanPage({ searchParams }: { searchParams: Promise<Search> }) {
  const now = new Date();
  const [search, { learnerId }, exams] = [await searchParams, await currentViewer(), await listExams(database())];
  const plans = learnerId === null ? [] : await listPlans(database(), learnerId, now);
  const timeZone = plans[0]?.timeZone ?? (await deviceTimeZone()) ?? "UTC";
  const today = localDay(now, timeZone);
  const dates = { first: dateOf(today + 1), last: dateOf(today + longestPlan) };
  const sorted = [...exams].sort((a, b) => Number(isPlanned(plans, b.slug)) - Number(isPlanned(plans, a.slug)));
  return (
    <div className="max-w-3xl">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Plan</h1>
      <p className="mt-3 text-sm text-muted">
        Say when your exam is and how much time you have. The plan shares it out: reviews first where they matter on the
        day of the exam, new questions where the blueprint asks most and you know least, and one mock exam in the last
        week. It is made anew from where you stand, so a missed day needs no repair.
      </p>
      {sorted.map(({ slug, title, questions, available }) => {
        const plan = plans.find(({ exam }) => exam.slug === slug);
        const chosen = search.exam === slug ? search : {};
        return (
          <section key={slug} id={slug} aria-label={title} className="mt-8 border-t border-line pt-6">
            <h2 className="text-xl font-semibold">
              <Link href={`/exams/${slug}`} prefetch={false} className="hover:underline">
                {title}
              </Link>
            </h2>
            {plan === undefined ? null : <Plan plan={plan} />}
            <PlanForm
              exam={slug}
              fields={readPlanFields(chosen, plan?.settings ?? null, timeZone)}
              dates={dates}
              isKept={plan !== undefined}
              mayKeepForm={available >= 2 * questions}
              problem={typeof chosen.problem === "string" ? chosen.problem : null}
            />
          </section>
        );
      })}
      {learnerId === null || plans.length === 0 ? null : (
        <div id="calendar" className="mt-8 text-sm text-muted">
          <p>
            <a
              href={await calendarPath(database(), learnerId, authSecret(environment()))}
              className="text-accent underline underline-offset-4"
            >
              Calendar of your plan
            </a>
            , to subscribe to in a calendar program. Whoever has its address can read the plan.
          </p>
          <form action={newCalendarAction} className="mt-2">
            <Button look="quiet">Make a new address</Button>
          </form>
          <p role="status" className="empty:hidden">
            {search.calendar === "new" ? "The calendar has a new address. The one before leads nowhere now." : null}
          </p>
        </div>
      )}
    </div>
  );
}

function isPlanned(plans: readonly ExamPlan[], slug: string): boolean {
  return plans.some(({ exam }) => exam.slug === slug);
}

function Plan({ plan }: { plan: ExamPlan }) {
  const { exam, days, today, examDay, pace, unseen, form } = plan;
  if (examDay <= today) return <p className="mt-4">The day of this exam has come. Choose another day to go on.</p>;
  const asked = days.flatMap((day) => [...day.fresh, day.mock?.questions ?? 0]).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <p className="mt-2 text-sm text-muted">
        {examDay - today} {examDay - today === 1 ? "day" : "days"} to go. A new question is counted at{" "}
        {Math.round(pace.fresh)} seconds, a review at {Math.round(pace.review)}, with the reading of the explanation.
        {asked < unseen ? ` In the time that is left ${unseen - asked} questions will not be asked.` : ""}
      </p>
      {form === null ? null : <KeptFormNote form={form} />}
      <PlanToday exam={exam.slug} day={days.find(({ day }) => day === today)} form={form} />
      <PlanDays days={days} />
    </>
  );
}
