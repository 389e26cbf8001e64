import { logEvidence, type Prior, type PriorEvidence, usualPrior } from "./pooled-forecast.ts";

/** One learner: answers and points of each domain. */
export type LearnerEvidence = readonly PriorEvidence[];

/** With fewer learners the usual prior is the better guess. */
export const fewestLearners = 200;

const bounds = { mean: [0.2, 0.95], strength: [1, 60], likeness: [2, 200] } as const;

/**
 * The prior that makes the answers of all these learners most likely: type II maximum likelihood, or empirical Bayes
 * (Good, "The Estimation of Probabilities", 1965; Gelman et al., "Bayesian Data Analysis", 3rd edition, 2013, 5.3). Found by
 * pattern search (Hooke and Jeeves, 1961) in the logit of the mean and the logarithms of the other two.
 */
export function fitPrior(learners: readonly LearnerEvidence[], from: Prior = usualPrior): Prior {
  let best = toPlace(from);
  let value = likelihoodOf(learners, from);
  for (let step = 0.4; step > 0.02; step /= 2) {
    for (let isMoved = true; isMoved; ) {
      isMoved = false;
      for (const axis of [0, 1, 2])
        for (const sign of [-1, 1]) {
          const next = best.map((place, i) => (i === axis ? place + sign * step : place)) as unknown as Place;
          const found = likelihoodOf(learners, toPrior(next));
          if (found <= value + 1e-9) continue;
          [best, value, isMoved] = [next, found, true];
        }
    }
  }
  return toPrior(best);
}

/** Log likelihood per held-out learner, by two-fold cross-validation: under the usual prior, and fitted. */
export function heldOutLikelihood(learners: readonly LearnerEvidence[]): {
  readonly usual: number;
  readonly fitted: number;
} {
  const halves = [0, 1].map((half) => learners.filter((_, i) => i % 2 === half));
  const fitted = halves.map((own, half) => likelihoodOf(own, fitPrior(halves[1 - half] ?? [])));
  return {
    usual: likelihoodOf(learners, usualPrior) / learners.length,
    fitted: fitted.reduce((sum, value) => sum + value, 0) / learners.length,
  };
}

function likelihoodOf(learners: readonly LearnerEvidence[], prior: Prior): number {
  const evidence = logEvidence(prior);
  return learners.reduce((sum, domains) => sum + evidence(domains), 0);
}

type Place = readonly [number, number, number];

function toPlace({ mean, strength, likeness }: Prior): Place {
  return [Math.log(mean / (1 - mean)), Math.log(strength), Math.log(likeness)];
}

function toPrior([mean, strength, likeness]: Place): Prior {
  const within = (value: number, [low, high]: readonly [number, number]) => Math.min(high, Math.max(low, value));
  return {
    mean: within(1 / (1 + Math.exp(-mean)), bounds.mean),
    strength: within(Math.exp(strength), bounds.strength),
    likeness: within(Math.exp(likeness), bounds.likeness),
  };
}
