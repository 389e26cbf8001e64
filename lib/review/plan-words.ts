import { listText } from "#lib/dates/list-text";
import { dateOf } from "#lib/exam/local-time";
import type { DayPlan } from "#lib/exam/study-plan";
import { dateFormat } from "#lib/messages/formatters";
import type { Words } from "#lib/messages/words";

/** A day as it is printed: "Mon, Nov 30". */
export function printDay({ locale }: Pick<Words, "locale">, day: number): string {
  const format = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" } as const;
  return dateFormat(locale, format).format(new Date(`${dateOf(day)}T12:00:00Z`));
}

/** What a day asks: "12 reviews, 8 new questions, mock exam". */
export function dayTitle(t: Words, { reviews, fresh, mock }: DayPlan): string {
  const news = sumOf(fresh);
  const tasks = [
    reviews.length === 0 ? [] : t("plan.taskReviews", { count: reviews.length }),
    news === 0 ? [] : t("plan.taskNew", { count: news }),
    mock === null ? [] : mock.isWhole ? t("plan.taskMock") : t("plan.taskShort", { count: mock.questions }),
  ].flat();
  return tasks.length === 0 ? t("plan.taskNone") : listText(t, tasks, "unit");
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
