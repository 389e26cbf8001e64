import { betaBinomial, convolve } from "./beta-binomial.ts";
import { logBeta } from "./log-beta.ts";

/** What is known about a learner in one domain. */
export interface PriorEvidence {
  /** The number of answers that count; it may be fractional. */
  readonly answers: number;
  /** Sum of their points, from 0 to `answers`. */
  readonly points: number;
}

/** What is known about a learner in one domain, and how much of it the exam asks. */
export interface PooledDomain extends PriorEvidence {
  /** How many of the exam's questions come from this domain. */
  readonly questions: number;
}

/** What is assumed about a learner before the first answer. */
export interface Prior {
  /** The expected share of correct answers of an unknown learner, from 0 to 1. */
  readonly mean: number;
  /** How many answers this assumption is worth. */
  readonly strength: number;
  /** How alike a learner's domains are: the number of answers in a domain that the overall share is worth. */
  readonly likeness: number;
}

/** The prior with the smallest worst error over populations with mean scores from 60 to 80%: docs/readiness.md. */
export const usualPrior: Prior = { mean: 0.6, strength: 4, likeness: 26 };

/** π_k = (k + ½)/41: the grid of overall shares of correct answers. */
const shares = Array.from({ length: 41 }, (_, k) => (k + 0.5) / 41);

/**
 * The probability of each number of correct answers in an exam of all `questions`, by partial pooling: a learner's share π of
 * correct answers over all domains follows Beta(s·m, s(1 − m)), the share in each domain Beta(φπ, φ(1 − π)). A domain with
 * few answers borrows from the others; one with many relies on its own. With n answers and x points in a domain
 *
 *   w_k ∝ π_k^(sm−1) (1−π_k)^(s(1−m)−1) ∏_d B(x_d + φπ_k, n_d − x_d + φ(1−π_k)) / B(φπ_k, φ(1−π_k))
 *   P(score) = Σ_k w_k · conv_d BetaBinomial(questions_d; x_d + φπ_k, n_d − x_d + φ(1−π_k))
 *
 * The model is the beta-binomial hierarchy of Gelman et al., "Bayesian Data Analysis" (3rd edition, 2013), 5.3, with the
 * mean on a grid of 41 shares and a fixed φ.
 */
export function pooledForecast(domains: readonly PooledDomain[], prior: Prior = usualPrior): number[] {
  const logs = shares.map((share) => logWeight(share, domains, prior));
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const size = domains.reduce((sum, domain) => sum + domain.questions, 0) + 1;
  const forecast = new Array<number>(size).fill(0);
  for (const [k, weight] of weights.entries()) {
    // Smaller weights change no figure that is shown.
    if (weight < total * 1e-7) continue;
    const share = shares[k] as number;
    const right = domains.map((domain) => domainForecast(share, domain, prior)).reduce(convolve, [1]);
    for (let count = 0; count < size; count++)
      forecast[count] = (forecast[count] as number) + weight * (right[count] as number);
  }
  const mass = forecast.reduce((sum, likelihood) => sum + likelihood, 0);
  return forecast.map((likelihood) => likelihood / mass);
}

/** The log likelihood of a learner's answers under a prior: Σ_k of the weights above, over what the prior alone weighs. */
export function logEvidence(prior: Prior): (domains: readonly PriorEvidence[]) => number {
  const before = logSum(shares.map((share) => logPrior(share, prior)));
  return (domains) => logSum(shares.map((share) => logWeight(share, domains, prior))) - before;
}

function logSum(logs: readonly number[]): number {
  const highest = Math.max(...logs);
  return highest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - highest), 0));
}

function logPrior(share: number, { mean, strength }: Prior): number {
  return (strength * mean - 1) * Math.log(share) + (strength * (1 - mean) - 1) * Math.log(1 - share);
}

function logWeight(share: number, domains: readonly PriorEvidence[], prior: Prior): number {
  const [a, b] = [prior.likeness * share, prior.likeness * (1 - share)];
  const evidence = domains.map(({ answers, points }) => logBeta(points + a, answers - points + b) - logBeta(a, b));
  return evidence.reduce((sum, log) => sum + log, logPrior(share, prior));
}

function domainForecast(share: number, { answers, points, questions }: PooledDomain, { likeness }: Prior): number[] {
  return betaBinomial(questions, points + likeness * share, answers - points + likeness * (1 - share));
}
