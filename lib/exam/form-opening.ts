/** The mock exam stands so many days before the exam, or sooner: what it shows can still be learnt. */
export const mockDaysBefore = 3;
const lastWeek = 7;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * From which day on the form that is kept back may be sat, in days since 1970: a week before the exam, or on the day that a
 * plan has for it where the week has no such day. `weekdays` are the days of study, 0 for Sunday to 6.
 */
export function formOpensOn(examDay: number, weekdays: readonly number[]): number {
  const sooner = Array.from({ length: lastWeek }, (_, i) => examDay - mockDaysBefore - i);
  const planned = sooner.find((day) => weekdays.includes(new Date(day * dayMs).getUTCDay()));
  return Math.min(examDay - lastWeek, planned ?? examDay);
}
