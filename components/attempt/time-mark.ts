/** What is said when so many milliseconds are left; the shortest last. */
const marks = [
  [300_000, "5 minutes left"],
  [60_000, "1 minute left"],
] as const;

/**
 * What to say to those who do not watch the clock, when the time left has gone from `beforeMs` to `leftMs`; null between the
 * marks, and when nothing was known before: who comes to a page later has been told, or reads the clock.
 */
export function timeMark(beforeMs: number | null, leftMs: number): string | null {
  if (beforeMs === null || leftMs === 0) return null;
  return marks.findLast(([markMs]) => beforeMs > markMs && leftMs <= markMs)?.[1] ?? null;
}
