/** The minutes whose beginning is announced. */
const marks = [5, 1] as const;

/** How long the words stand: time to be spoken, and not to be found when they are true no more. */
const standsMs = 15_000;

/** How many minutes left to announce to those who do not watch the clock; null except shortly after a mark. */
export function timeMark(leftMs: number): number | null {
  return marks.find((minutes) => leftMs <= minutes * 60_000 && leftMs > minutes * 60_000 - standsMs) ?? null;
}
