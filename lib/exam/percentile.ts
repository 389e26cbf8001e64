import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** With fewer other sittings nothing is said. */
export const fewestSittings = 30;

export interface Percentile {
  /** How many percent of the others scored lower, those with the same score counted by half. */
  readonly percent: number;
  /** What it would be among all who could sit the exam, at 90 %. */
  readonly interval: Interval;
  readonly others: number;
}

/** Where a score is among those of others, all in percent; null with fewer than 30 of them. */
export function percentileOf(own: number, others: readonly number[]): Percentile | null {
  if (others.length < fewestSittings) return null;
  const lower = others.filter((score) => score < own).length + others.filter((score) => score === own).length / 2;
  const interval = wilsonInterval(lower, others.length);
  return { percent: (100 * lower) / others.length, interval, others: others.length };
}
