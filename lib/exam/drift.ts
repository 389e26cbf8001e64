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
export const usualGrowth = { mean: 0.00025, spread: 0.0015 };

/** Variance of a learner's shares of right answers between domains: .65 · .35/(26 + 1), by the likeness of the forecast. */
const betweenDomains = 0.0084;

/** What a slope is worth where domain followed domain. */
const worthUnmixed = 0.5;

/**
 * By how much a learner's share of right answers at the last of their first answers lies above the mean of all of them:
 * the slope of the first answers over the course of study, times the distance from its middle.
 *
 * The slope is the posterior mean of a regression with a normal prior on the slope and a random intercept for each
 * domain (Gelman et al., "Bayesian Data Analysis", 3rd edition, 2013, 14.8 and 15.1). Fixed intercepts would take the
 * return to the mean for growth: a domain that a learner goes to because its first answers were bad gets better by itself.
 *
 * Where domains were studied one after the other, the slope between them says both how they differ and what was learnt: of
 * what was not mixed it counts by half. docs/readiness.md has the figures.
 */
export function driftOf(first: readonly PlacedAnswer[], growth = usualGrowth): number {
  if (first.length === 0) return 0;
  const domains = [...groupRows(first, ({ domain }) => domain).values()];
  const variance = varianceWithin(domains);
  const sums = { one: 0, x: 0, y: 0, xx: 0, xy: 0 };
  for (const own of domains) {
    const pooled = betweenDomains / (variance + own.length * betweenDomains);
    const [x, y] = [sumOf(own.map(({ place }) => place)), sumOf(own.map(({ residual }) => residual))];
    sums.one += own.length - pooled * own.length ** 2;
    sums.x += x - pooled * own.length * x;
    sums.y += y - pooled * own.length * y;
    sums.xx += sumOf(own.map(({ place }) => place ** 2)) - pooled * x ** 2;
    sums.xy += sumOf(own.map(({ place, residual }) => place * residual)) - pooled * x * y;
  }
  const before = variance / growth.spread ** 2;
  const slope =
    (sums.xy - (sums.x * sums.y) / sums.one + before * growth.mean) / (sums.xx - sums.x ** 2 / sums.one + before);
  const places = first.map(({ place }) => place);
  const distance = places.reduce((last, place) => Math.max(last, place), 0) - sumOf(places) / places.length;
  return (worthUnmixed + (1 - worthUnmixed) * mixing(domains)) * slope * distance;
}

/**
 * From 0, where the place of an answer follows from its domain, to 1, where the domains come as by chance: 1 − ε², with the
 * share ε² of the variance of places that lies between domains beyond what chance puts there (Kelley, "An unbiased
 * correlation ratio measure", 1935).
 */
export function mixing(domains: readonly (readonly Pick<PlacedAnswer, "place">[])[]): number {
  const all = domains.flat().map(({ place }) => place);
  const freedom = all.length - domains.length;
  const total = squaresOf(all);
  if (freedom <= 0 || total === 0) return 0;
  const within = sumOf(domains.map((own) => squaresOf(own.map(({ place }) => place))));
  return Math.min(1, within / freedom / (total / (all.length - 1)));
}

/** Sum of the squared distances from the mean. */
function squaresOf(values: readonly number[]): number {
  const mean = sumOf(values) / values.length;
  return sumOf(values.map((value) => (value - mean) ** 2));
}

/** At least half the variance of a coin: ten right answers in a row do not prove a slope of zero. */
function varianceWithin(domains: readonly (readonly PlacedAnswer[])[]): number {
  let [squares, freedom] = [0, 0];
  for (const own of domains) {
    const mean = sumOf(own.map(({ residual }) => residual)) / own.length;
    squares += sumOf(own.map(({ residual }) => (residual - mean) ** 2));
    freedom += own.length - 1;
  }
  return Math.max(0.125, squares / Math.max(1, freedom));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
