/** The numbers of minutes left that are announced. */
const marks = [5, 1] as const;

/** How long the announcement stays: long enough to be spoken, and gone when it is no longer true. */
const standsMs = 15_000;

/** The number of minutes left to announce; null except shortly after a mark. */
export function timeMark(leftMs: number): number | null {
  return marks.find((minutes) => leftMs <= minutes * 60_000 && leftMs > minutes * 60_000 - standsMs) ?? null;
}
