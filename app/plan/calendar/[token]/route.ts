import { database } from "#lib/db/current";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { dateOf } from "#lib/exam/local-time";
import { toCalendar } from "#lib/review/calendar";
import { dayTitle } from "#lib/review/plan-words";
import { learnerOfCalendar } from "#lib/review/read/calendar-address";
import { listPlans } from "#lib/review/read/get-plan";

import { currentWords } from "#lib/settings/read/current-words";
export const dynamic = "force-dynamic";

/** The plans of a learner as an iCalendar: every study day with its load, and the days of the exams. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const learnerId = await learnerOfCalendar(database(), (await params).token, authSecret(environment()));
  const t = await currentWords();
  if (learnerId === null) return new Response(`${t("missing.calendar")}\n`, { status: 404 });
  const now = new Date();
  const plans = await listPlans(database(), learnerId, now);
  const days = plans.flatMap(({ exam, days, examDay }) => [
    ...days.map((day) => ({
      date: dateOf(day.day),
      title: t("plan.event", { exam: exam.title, tasks: dayTitle(t, day), minutes: Math.ceil(day.minutes) }),
      id: `${exam.slug}-${day.day}`,
    })),
    { date: dateOf(examDay), title: t("plan.examEvent", { exam: exam.title }), id: `${exam.slug}-exam` },
  ]);
  return new Response(toCalendar(days, now), {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
