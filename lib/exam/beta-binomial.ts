/**
 * The probability of each number of correct answers (0 to `trials`) when the share of correct answers is itself uncertain
 * and follows Beta(`a`, `b`): the beta-binomial distribution (Skellam, 1948). It starts at the mean, continues to both sides
 * by the ratio of neighbours, and is then normalised to 1. So it needs no gamma function, and in a long exam only the tails
 * underflow.
 */
export function betaBinomial(trials: number, a: number, b: number): number[] {
  const mean = Math.round((trials * a) / (a + b));
  const ratio = (k: number) => ((trials - k) * (a + k)) / ((k + 1) * (b + trials - k - 1));
  const weights = new Array<number>(trials + 1).fill(1);
  for (let k = mean; k < trials; k++) weights[k + 1] = (weights[k] as number) * ratio(k);
  for (let k = mean; k > 0; k--) weights[k - 1] = (weights[k] as number) / ratio(k - 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** The distribution of the sum of two independent numbers. */
export function convolve(a: readonly number[], b: readonly number[]): number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number;
    for (let j = 0; j < b.length; j++) sum[i + j] = (sum[i + j] as number) + x * (b[j] as number);
  }
  return sum;
}

/** The smallest number that is not exceeded with a probability of at least `share`. */
export function quantile(distribution: readonly number[], share: number): number {
  let total = 0;
  for (const [k, likelihood] of distribution.entries()) {
    total += likelihood;
    if (total >= share - 1e-12) return k;
  }
  return distribution.length - 1;
}
