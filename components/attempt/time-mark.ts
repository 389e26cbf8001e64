/** What is said when so many milliseconds are left. */
const marks = [
  [300_000, "5 minutes left"],
  [60_000, "1 minute left"],
] as const;

/** How long the words stand: time to be spoken, and not to be found when they are true no more. */
const standsMs = 15_000;

/** What to say now to those who do not watch the clock; nothing but shortly after a mark. */
export function timeMark(leftMs: number): string {
  return marks.find(([markMs]) => leftMs <= markMs && leftMs > markMs - standsMs)?.[1] ?? "";
}
