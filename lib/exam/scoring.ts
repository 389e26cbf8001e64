import type { RuleVersion } from "./kinds/kind.ts";

/** Sums of thirds miss a whole number by a rounding error, which must not fail anybody. */
const roundingError = 1e-9;

/** One item's contribution: points from 0 to 1. */
export interface ScoredItem {
  readonly domain: string;
  readonly points: number;
}

export interface DomainScore {
  readonly domain: string;
  readonly points: number;
  readonly items: number;
}

/** The outcome of an attempt with the rule that scored it, so that old results can still be explained. */
export interface Score {
  readonly ruleVersion: RuleVersion;
  readonly points: number;
  readonly items: number;
  /** Unrounded share of the points, from 0 to 100. */
  readonly percent: number;
  /** The cut score at the time, in percent. */
  readonly passing: number;
  readonly passed: boolean;
  readonly domains: readonly DomainScore[];
}

/**
 * Scores an attempt: every item weighs the same, an unanswered one counts 0. The unrounded share is
 * compared with the cut score, so 69.6% does not pass a cut score of 70.
 */
export function score(items: readonly ScoredItem[], passing: number, ruleVersion: RuleVersion): Score {
  const points = total(items);
  const percent = items.length === 0 ? 0 : (100 * points) / items.length;
  const names = [...new Set(items.map((item) => item.domain))];
  const domains = names.map((domain) => {
    const own = items.filter((item) => item.domain === domain);
    return { domain, points: total(own), items: own.length };
  });
  const passed = reaches(percent, passing);
  return { ruleVersion, points, items: items.length, percent, passing, passed, domains };
}

/** Whether an unrounded percentage passes. */
export function reaches(percent: number, passing: number): boolean {
  return percent >= passing - roundingError;
}

/**
 * A percentage for display, with as many decimals as the cut score. It is never rounded up to the cut score or to
 * 100: 69.6 beside a cut score of 70 shows as 69.
 */
export function shownPercent(percent: number, passing = 0): number {
  const decimals = String(passing).split(".")[1]?.length ?? 0;
  const unit = 10 ** decimals;
  const rounded = Math.round((percent + roundingError) * unit) / unit;
  const isPushedOver = [passing, 100].some((mark) => reaches(rounded, mark) && !reaches(percent, mark));
  return isPushedOver ? Math.floor(percent * unit) / unit : rounded;
}

function total(items: readonly ScoredItem[]): number {
  return items.reduce((sum, item) => sum + item.points, 0);
}
