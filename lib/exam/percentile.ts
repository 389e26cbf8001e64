import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** With fewer other sittings there is no percentile. */
export const fewestSittings = 30;

export interface Percentile {
  /** The percentage of the others who scored lower, counting equal scores by half. */
  readonly percent: number;
  /** The 90% interval of the percentile among everyone who could take the exam. */
  readonly interval: Interval;
  readonly others: number;
}

/** The percentile of a score among those of others; null with fewer than 30 others. */
export function percentileOf(own: number, others: readonly number[]): Percentile | null {
  if (others.length < fewestSittings) return null;
  const lower = others.filter((score) => score < own).length + others.filter((score) => score === own).length / 2;
  const interval = wilsonInterval(lower, others.length);
  return { percent: (100 * lower) / others.length, interval, others: others.length };
}
