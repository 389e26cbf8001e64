import { groupRows } from "./group-rows.ts";

/** One first answer, with its position among all answers of a learner. */
export interface PlacedAnswer {
  /** How many answers, repeats included, came before it. */
  readonly place: number;
  readonly domain: number;
  /** Its worth minus the learner's expected chance, from -1 to 1. */
  readonly residual: number;
}

/** The prior for what each answer adds to the share of correct answers: mean and spread. */
export const usualGrowth = { mean: 0.00025, spread: 0.0015 };

/** Variance of a learner's shares of right answers between domains: .65 · .35/(26 + 1), by the likeness of the forecast. */
const betweenDomains = 0.0084;

/** The weight of a slope when domains were studied one after the other. */
const worthUnmixed = 0.5;

/**
 * How far a learner's share of correct answers at the latest of their first answers is above the mean of all of them:
 * the slope of the first answers over the course of study, times the distance from its middle.
 *
 * The slope is the posterior mean of a regression with a normal prior on the slope and a random intercept for each
 * domain (Gelman et al., "Bayesian Data Analysis", 3rd edition, 2013, 14.8 and 15.1). Fixed intercepts would mistake
 * regression to the mean for growth: a domain that a learner returns to after bad first answers improves by chance alone.
 *
 * When domains were studied one after the other, the slope between them shows both how they differ and what was learnt, so
 * half of it counts. docs/readiness.md has the figures.
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
 * From 0, where an answer's position follows from its domain, to 1, where domains come in random order: 1 − ε², where ε² is
 * the share of the variance of positions between domains beyond what chance would give (Kelley, "An unbiased
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
