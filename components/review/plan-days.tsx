import type { ReactNode } from "react";
import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import type { DayPlan } from "#lib/exam/study-plan";
import { dayTitle, printDay, sumOf } from "#lib/review/plan-words";
import type { KeptForm } from "#lib/review/read/kept-form";
import { useWords } from "#words";

/** Today's part of a plan, each item with its start button. */
export function PlanToday({ exam, day, form }: { exam: string; day: DayPlan | undefined; form: KeptForm | null }) {
  const t = useWords();
  if (day === undefined) return <p className="mt-4">{t("plan.nothingToday")}</p>;
  const { reviews, fresh, mock } = day;
  const news = sumOf(fresh);
  const from: Record<string, string> = form?.isOpen ? { plan: "mock" } : {};
  if (reviews.length + news === 0 && mock === null) return <p className="mt-4">{t("plan.doneToday")}</p>;
  return (
    <div className="mt-4">
      <p className="font-semibold">{t("plan.today", { tasks: dayTitle(t, day), minutes: Math.ceil(day.minutes) })}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        {reviews.length === 0 ? null : (
          <Part exam={exam} fields={{ mode: "review", plan: "reviews", count: reviews.length }}>
            {t("plan.review", { count: reviews.length })}
          </Part>
        )}
        {news === 0 ? null : (
          <Part exam={exam} fields={{ mode: "drill", plan: "fresh" }}>
            {t("plan.answerNew", { count: news })}
          </Part>
        )}
        {mock === null ? null : mock.isWhole ? (
          <form action={`/exams/${exam}/mock`}>
            <StartButton look="primary" slowWords={t("start.waiting")}>
              {t("plan.takeMock")}
            </StartButton>
          </form>
        ) : (
          <Part
            exam={exam}
            fields={{ mode: "drill", reveal: "at-end", count: mock.questions, minutes: mock.minutes, ...from }}
          >
            {t("plan.takeShort")}
          </Part>
        )}
      </div>
    </div>
  );
}

type PartProps = { exam: string; fields: Readonly<Record<string, string | number>>; children: ReactNode };

function Part({ exam, fields, children }: PartProps) {
  const t = useWords();
  return (
    <form action={startAttemptAction}>
      <input type="hidden" name="exam" value={exam} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <StartButton look="primary" slowWords={t("start.waiting")}>
        {children}
      </StartButton>
    </form>
  );
}

/** Until when a mock exam is set aside. */
export function KeptFormNote({ form }: { form: KeptForm }) {
  const t = useWords();
  const { questionIds, opensOn, isOpen } = form;
  return (
    <p className="mt-2 text-sm text-muted">
      {isOpen ? t("keptForm.open") : t("keptForm.keptUntil", { count: questionIds.length, day: printDay(t, opensOn) })}
    </p>
  );
}

/** The forecast: the load of every study day to come. */
export function PlanDays({ days }: { days: readonly DayPlan[] }) {
  const t = useWords();
  return (
    <table className="mt-6 w-full text-sm tabular-nums">
      <caption className="pb-2 text-start font-semibold text-muted">{t("plan.forecast")}</caption>
      <thead className="text-start text-muted">
        <tr>
          <th scope="col" className="pb-2 font-medium">
            {t("plan.day")}
          </th>
          {(["plan.reviews", "plan.new", "plan.minutes"] as const).map((title) => (
            <th key={title} scope="col" className="pb-2 ps-3 text-end font-medium whitespace-nowrap">
              {t(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.day} className="border-t border-line">
            <th scope="row" className="py-2 text-start font-normal wrap-normal">
              {day.mock === null
                ? printDay(t, day.day)
                : t("plan.dayWithMock", { day: printDay(t, day.day), whole: day.mock.isWhole ? "yes" : "no" })}
            </th>
            <td className="py-2 ps-3 text-end">{day.reviews.length}</td>
            <td className="py-2 ps-3 text-end">{sumOf(day.fresh)}</td>
            <td className="py-2 ps-3 text-end">{Math.ceil(day.minutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
