import { dateOf } from "#lib/exam/local-time";
import type { DayPlan } from "#lib/exam/study-plan";

const format = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "long", timeZone: "UTC" });

/** A day as it is printed: "Mon 30 November". */
export function printDay(day: number): string {
  return format.format(new Date(`${dateOf(day)}T12:00:00Z`)).replace(",", "");
}

/** What a day asks: "12 reviews, 8 new questions, mock exam". */
export function dayTitle({ reviews, fresh, mock }: DayPlan): string {
  const news = sumOf(fresh);
  const parts = [
    count(reviews.length, "review"),
    count(news, "new question"),
    mock === null ? [] : [mock.isWhole ? "mock exam" : `short mock exam of ${mock.questions} questions`],
  ];
  return parts.flat().join(", ") || "nothing to do";
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function count(number: number, name: string): readonly string[] {
  return number === 0 ? [] : [`${number} ${name}${number === 1 ? "" : "s"}`];
}
