import { groupRows } from "./group-rows.ts";
import { localDay } from "./local-time.ts";

/** A range of a learner's days, as days since 1 January 1970 in their time zone. */
export interface DayRun {
  readonly from: number;
  readonly count: number;
  readonly timeZone: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * How many of these moments fall on each day of the range. The calendar of a time zone is slow, so it is asked once for each
 * moment, and not for moments two days and more outside the range.
 */
export function countByDay(moments: readonly Date[], { from, count, timeZone }: DayRun): readonly number[] {
  const counts = Array.from({ length: count }, () => 0);
  const [earliest, latest] = [(from - 2) * dayMs, (from + count + 2) * dayMs];
  const near = moments.filter((moment) => Number(moment) >= earliest && Number(moment) <= latest);
  for (const [time, own] of groupRows(near, Number)) {
    const place = localDay(new Date(time), timeZone) - from;
    if (place >= 0 && place < count) counts[place] = (counts[place] as number) + own.length;
  }
  return counts;
}
