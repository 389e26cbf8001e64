import { Choice } from "#components/ui/choice";
import { StartButton } from "#components/ui/start-button";
import { calendarDay } from "#lib/dates/calendar-day";
import { retentions } from "#lib/exam/retention";
import type { Words } from "#lib/messages/words";
import { deletePlanAction, savePlanAction } from "#lib/review/actions";
import { useWords } from "#words";

/** The initial values of a plan's form. */
export interface PlanFields {
  readonly examDate: string;
  readonly weekdays: readonly number[];
  readonly minutesPerDay: number;
  /** In percent. */
  readonly retention: number;
  readonly keepsForm: boolean;
}

type PlanFormProps = {
  exam: string;
  fields: PlanFields;
  /** The first and the last date that an exam may have. */
  dates: { readonly first: string; readonly last: string };
  isKept: boolean;
  /** Whether the bank is large enough to set a mock exam aside. */
  mayKeepForm: boolean;
  problem: string | null;
};

/** Numbers of weekdays, as `Date` has them. */
const fromMonday = [1, 2, 3, 4, 5, 6, 0] as const;

const problems = ["not-ahead", "too-far", "not-saved", "not-understood"] as const;

const look = "min-h-11 max-w-full min-w-0 rounded-lg border border-edge bg-paper px-2 tabular-nums";

/** When the exam is and when there is time to study. Works without script. */
export function PlanForm({ exam, fields, dates, isKept, mayKeepForm, problem }: PlanFormProps) {
  const t = useWords();
  return (
    <form
      action={savePlanAction}
      className={`mt-4 grid min-w-0 grid-cols-1 justify-items-start gap-4 rounded-xl border border-line bg-sheet p-5 text-sm ${isKept ? "flex-[1_1_22rem]" : "max-w-3xl"}`}
    >
      <input type="hidden" name="exam" value={exam} />
      {problem === null ? null : (
        <p role="alert" className="rounded-lg bg-bad-soft px-4 py-2.5 text-bad">
          {t(
            problem === "too-few-new"
              ? "keptForm.tooFewNew"
              : `plan.problem-${problems.find((each) => each === problem) ?? "not-understood"}`,
          )}
        </p>
      )}
      <div className="flex flex-wrap gap-4">
        <label className="grid grid-cols-1 gap-1.5">
          {t("plan.examDay")}
          <input
            type="date"
            name="examDate"
            required
            min={dates.first}
            max={dates.last}
            defaultValue={fields.examDate}
            className={look}
          />
        </label>
        <label className="grid grid-cols-1 gap-1.5">
          {t("plan.minutesPerDay")}
          <input
            type="number"
            name="minutesPerDay"
            required
            min={5}
            max={600}
            defaultValue={fields.minutesPerDay}
            className={`${look} w-28`}
          />
        </label>
      </div>
      <fieldset>
        <legend className="mb-1">{t("plan.weekdays")}</legend>
        <div className="flex flex-wrap gap-x-5">
          {fromMonday.map((day) => (
            <Choice
              key={day}
              type="checkbox"
              name="weekdays"
              value={day}
              defaultChecked={fields.weekdays.includes(day)}
            >
              {weekdayName(t, day)}
            </Choice>
          ))}
        </div>
      </fieldset>
      <label className="grid grid-cols-1 gap-1.5">
        {t("plan.retention")}
        <select name="retention" defaultValue={fields.retention} className={`${look} w-28`}>
          {retentions.map((percent) => (
            <option key={percent} value={percent}>
              {t("unit.percent", { share: percent / 100 })}
            </option>
          ))}
        </select>
        <span className="max-w-prose text-muted">{t("plan.retentionHint")}</span>
      </label>
      {mayKeepForm ? (
        <label className="flex items-start gap-2.5 py-2">
          <input
            type="checkbox"
            name="keepForm"
            defaultChecked={fields.keepsForm}
            className="mt-0.5 size-4.5 accent-accent"
          />
          <span>
            {t("keptForm.choose")}
            <span className="block text-muted">{t("keptForm.hint")}</span>
          </span>
        </label>
      ) : null}
      <div className="flex flex-wrap gap-4">
        <StartButton look={isKept ? "plain" : "primary"} slowWords={t("start.waiting")}>
          {t("plan.save")}
        </StartButton>
        {isKept ? (
          <StartButton look="danger" formAction={deletePlanAction} formNoValidate slowWords={t("start.waiting")}>
            {t("plan.delete")}
          </StartButton>
        ) : null}
      </div>
    </form>
  );
}

function weekdayName(t: Words, day: number): string {
  // The first of October 2023 was a Sunday.
  return calendarDay(t, `2023-10-0${1 + day}`, { weekday: "long" });
}
