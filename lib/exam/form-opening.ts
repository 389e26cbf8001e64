/** The mock exam opens at least this many days before the exam, so that its lessons can still be learnt. */
export const mockDaysBefore = 3;
const lastWeek = 7;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * The first day, in days since 1970, on which the mock exam that is set aside can be taken: a week before the exam, or the day
 * that the plan has for it when that week has no study day. `weekdays` are the days of study, from 0 for Sunday to 6.
 */
export function formOpensOn(examDay: number, weekdays: readonly number[]): number {
  const sooner = Array.from({ length: lastWeek }, (_, i) => examDay - mockDaysBefore - i);
  const planned = sooner.find((day) => weekdays.includes(new Date(day * dayMs).getUTCDay()));
  return Math.min(examDay - lastWeek, planned ?? examDay);
}
