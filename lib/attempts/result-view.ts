import type { getResult } from "./read/get-result.ts";

export type Result = NonNullable<Awaited<ReturnType<typeof getResult>>>;
export type ResultItem = Result["items"][number];

export const resultFilters = ["all", "wrong", "flagged", "slow"] as const;
export type ResultFilter = (typeof resultFilters)[number];

/** Milliseconds that an item may take by the plan: the attempt's time, or the exam's, shared among its items. */
export function plannedMs(minutes: number | null, items: number): number | null {
  return minutes === null || items === 0 ? null : (minutes * 60_000) / items;
}

/** Whether an item belongs under a filter. Slow is what took longer than its share of the time. */
export function isShown(item: ResultItem, filter: ResultFilter, planned: number | null): boolean {
  if (filter === "wrong") return item.secret !== null && !item.secret.correct;
  if (filter === "flagged") return item.marks.flagged;
  return filter === "all" || (planned !== null && item.marks.elapsedMs > planned);
}
