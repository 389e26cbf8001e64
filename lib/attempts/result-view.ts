import type { ItemMarks } from "#lib/exam/entries";
import type { getResult } from "./read/get-result.ts";

export type Result = NonNullable<Awaited<ReturnType<typeof getResult>>>;
export type ResultItem = Result["items"][number];

export const resultFilters = ["all", "wrong", "sure-wrong", "turned-wrong", "flagged", "slow"] as const;
export type ResultFilter = (typeof resultFilters)[number];

/** The planned time per item in milliseconds: the time of the attempt, or of the exam, divided by its items. */
export function plannedMs(minutes: number | null, items: number): number | null {
  return minutes === null || items === 0 ? null : (minutes * 60_000) / items;
}

/** Whether a filter shows an item. An item is slow when it took longer than its share of the time. */
export function isShown(item: ResultItem, filter: ResultFilter, planned: number | null): boolean {
  const isWrong = item.secret !== null && !item.secret.correct;
  switch (filter) {
    case "wrong":
      return isWrong;
    case "sure-wrong":
      return isWrong && item.secret?.answer !== null && item.marks.confidence === "sure";
    case "turned-wrong":
      return isWrong && item.turns.at(-2) === true;
    case "flagged":
      return item.marks.flagged;
    case "slow":
      return planned !== null && item.marks.elapsedMs > planned;
    case "all":
      return true;
  }
}

export type Confidence = NonNullable<ItemMarks["confidence"]>;

export interface ConfidenceRow {
  readonly confidence: Confidence;
  readonly right: number;
  readonly wrong: number;
}

/** How answers turned out at each level of confidence, the surest first; unused levels are left out. */
export function confidenceRows(items: readonly ResultItem[]): readonly ConfidenceRow[] {
  const answered = items.filter(({ secret }) => secret !== null && secret.answer !== null);
  return (["sure", "unsure", "guess"] as const).flatMap((confidence) => {
    const own = answered.filter(({ marks }) => marks.confidence === confidence);
    const right = own.filter(({ secret }) => secret?.correct).length;
    return own.length === 0 ? [] : [{ confidence, right, wrong: own.length - right }];
  });
}

/** Half of the questions took at most this long. Those that were never opened, and took 0, are left out; 0 if none was. */
export function medianOfOpened(seconds: readonly number[]): number {
  const spent = seconds.filter((value) => value > 0).sort((a, b) => a - b);
  return spent[Math.floor(spent.length / 2)] ?? 0;
}
