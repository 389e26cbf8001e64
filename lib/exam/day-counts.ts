import { localDay } from "./local-time.ts";

/** A range of a learner's days, as days since 1 January 1970 in their time zone. */
export interface DayRun {
  readonly from: number;
  readonly count: number;
  readonly timeZone: string;
}

/** How many of these moments fall on each day of the range. */
export function countByDay(moments: readonly Date[], { from, count, timeZone }: DayRun): readonly number[] {
  const counts = Array.from({ length: count }, () => 0);
  for (const moment of moments) {
    const place = localDay(moment, timeZone) - from;
    if (place >= 0 && place < count) counts[place] = (counts[place] as number) + 1;
  }
  return counts;
}
