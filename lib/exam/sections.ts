/** A part of an attempt that closes for good: the items `from` to `to` (positions, both included). */
export interface SectionPlan {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  /** Null when the attempt is untimed: then only the learner closes it. */
  readonly minutes: number | null;
}

/** When a section was or will be open. `endsAt` is null while only the learner can end it. */
export interface SectionSpan {
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/**
 * The span of every section that has begun by the rule that each begins when the one before it ends: when its time is
 * over, or earlier when the learner closed it (`closings`, by section). A section after one without an end is absent.
 */
export function sectionSpans(
  sections: readonly SectionPlan[],
  startedAt: Date,
  closings: readonly (Date | null)[],
): readonly SectionSpan[] {
  const spans: SectionSpan[] = [];
  let startsAt: Date | null = startedAt;
  for (const [index, { minutes }] of sections.entries()) {
    if (startsAt === null) break;
    const byTime = minutes === null ? null : new Date(startsAt.getTime() + minutes * 60_000);
    const endsAt = earlier(byTime, closings[index] ?? null);
    spans.push({ startsAt, endsAt });
    startsAt = endsAt;
  }
  return spans;
}

/** The index of the section that is open at `now`; the number of sections when all have ended. */
export function sectionAt(spans: readonly SectionSpan[], now: Date): number {
  const open = spans.findIndex(({ endsAt }) => endsAt === null || now < endsAt);
  return open < 0 ? spans.length : open;
}

/** The index of the section that holds `position`, or -1. */
export function sectionOf(sections: readonly SectionPlan[], position: number): number {
  return sections.findIndex(({ from, to }) => from <= position && position <= to);
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
