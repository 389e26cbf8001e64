import type { ReactNode } from "react";
import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import type { DayPlan } from "#lib/exam/study-plan";
import { dayTitle, printDay, sumOf } from "#lib/review/plan-words";
import type { KeptForm } from "#lib/review/read/kept-form";
import { useWords } from "#words";

/** What a plan has for today, each part with its start. */
export function PlanToday({ exam, day, form }: { exam: string; day: DayPlan | undefined; form: KeptForm | null }) {
  if (day === undefined) return <p className="mt-4">Nothing is planned for today.</p>;
  const { reviews, fresh, mock } = day;
  const news = sumOf(fresh);
  const from: Record<string, string> = form?.isOpen ? { plan: "mock" } : {};
  if (reviews.length + news === 0 && mock === null)
    return <p className="mt-4">Today’s list is done, or there is no time left for more.</p>;
  return (
    <div className="mt-4">
      <p className="font-semibold">
        Today: {dayTitle(day)}, about {Math.ceil(day.minutes)} minutes
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        {reviews.length === 0 ? null : (
          <Part exam={exam} fields={{ mode: "review", plan: "reviews", count: reviews.length }}>
            Review {reviews.length}
          </Part>
        )}
        {news === 0 ? null : (
          <Part exam={exam} fields={{ mode: "drill", plan: "fresh" }}>
            Answer {news} new
          </Part>
        )}
        {mock === null ? null : mock.isWhole ? (
          <Part exam={exam} fields={{ mode: "mock" }}>
            Sit the mock exam
          </Part>
        ) : (
          <Part
            exam={exam}
            fields={{ mode: "drill", reveal: "at-end", count: mock.questions, minutes: mock.minutes, ...from }}
          >
            Sit a short mock exam
          </Part>
        )}
      </div>
    </div>
  );
}

type PartProps = { exam: string; fields: Readonly<Record<string, string | number>>; children: ReactNode };

function Part({ exam, fields, children }: PartProps) {
  return (
    <form action={startAttemptAction}>
      <input type="hidden" name="exam" value={exam} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <StartButton look="primary">{children}</StartButton>
    </form>
  );
}

/** Until when a mock exam is kept back. */
export function KeptFormNote({ form }: { form: KeptForm }) {
  const t = useWords();
  const { questionIds, opensOn, isOpen } = form;
  return (
    <p className="mt-2 text-sm text-muted">
      {isOpen ? t("keptForm.open") : t("keptForm.keptUntil", { count: questionIds.length, day: printDay(opensOn) })}
    </p>
  );
}

/** The forecast: what every day of study to come will ask. */
export function PlanDays({ days }: { days: readonly DayPlan[] }) {
  return (
    <table className="mt-4 w-full max-w-xl text-sm tabular-nums">
      <caption className="pb-2 text-left font-semibold text-muted">Forecast</caption>
      <thead className="text-left text-muted">
        <tr>
          <th scope="col" className="pb-2 font-medium">
            Day
          </th>
          {["Reviews", "New", "Minutes"].map((title) => (
            <th key={title} scope="col" className="pb-2 pl-3 text-right font-medium">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.day} className="border-t border-line">
            <th scope="row" className="py-2 text-left font-normal">
              {printDay(day.day)}
              {day.mock === null ? null : `, ${day.mock.isWhole ? "mock exam" : "short mock exam"}`}
            </th>
            <td className="py-2 pl-3 text-right">{day.reviews.length}</td>
            <td className="py-2 pl-3 text-right">{sumOf(day.fresh)}</td>
            <td className="py-2 pl-3 text-right">{Math.ceil(day.minutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
