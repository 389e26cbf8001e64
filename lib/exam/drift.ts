import { groupRows } from "./group-rows.ts";

/** One first answer in its place among everything that a learner answered. */
export interface PlacedAnswer {
  /** How many answers, repeats included, came before it. */
  readonly place: number;
  readonly domain: number;
  /** By how much its worth lies above the chance that the learner had, from -1 to 1. */
  readonly residual: number;
}

/** What an answer adds to the share of right answers, before anything is known of a learner: mean and spread. */
export const usualGrowth = { mean: 0.0002, spread: 0.0015 };

/**
 * By how much a learner's share of right answers at the last of their first answers lies above the mean of all of them:
 * the slope of the first answers over the course of study, times the distance from its middle.
 *
 * The slope is the posterior mean of a regression with a normal prior (Gelman et al., "Bayesian Data Analysis", 3rd
 * edition, 2013, 14.8). It is taken within domains, so that going through them one after the other looks like no change.
 */
export function driftOf(first: readonly PlacedAnswer[], growth = usualGrowth): number {
  if (first.length === 0) return 0;
  const domains = groupRows(first, ({ domain }) => domain);
  let [xx, xy, yy] = [0, 0, 0];
  for (const own of domains.values()) {
    const [x, y] = [mean(own.map(({ place }) => place)), mean(own.map(({ residual }) => residual))];
    for (const { place, residual } of own) {
      xx += (place - x) ** 2;
      xy += (place - x) * (residual - y);
      yy += (residual - y) ** 2;
    }
  }
  // At least half the variance of a coin: ten right answers in a row do not prove a slope of zero.
  const variance = Math.max(0.125, yy / Math.max(1, first.length - domains.size));
  const before = variance / growth.spread ** 2;
  const slope = (xy + before * growth.mean) / (xx + before);
  const places = first.map(({ place }) => place);
  return slope * (places.reduce((last, place) => Math.max(last, place), 0) - mean(places));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
