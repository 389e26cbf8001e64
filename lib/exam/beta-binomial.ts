/**
 * How likely each number of right answers (0 to `trials`) is when the share of right answers is itself uncertain and
 * follows Beta(`a`, `b`): the beta-binomial distribution (Skellam, 1948). Begun at 0 and continued by the ratio of
 * neighbours, so no gamma function is needed.
 */
export function betaBinomial(trials: number, a: number, b: number): number[] {
  let likelihood = 1;
  for (let i = 0; i < trials; i++) likelihood *= (b + i) / (a + b + i);
  const result = [likelihood];
  for (let k = 0; k < trials; k++) {
    likelihood *= ((trials - k) * (a + k)) / ((k + 1) * (b + trials - k - 1));
    result.push(likelihood);
  }
  return result;
}

/** The distribution of the sum of two independent numbers. */
export function convolve(a: readonly number[], b: readonly number[]): number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) sum[i + j] = (sum[i + j] as number) + x * y;
  return sum;
}

/** The smallest number that is not exceeded with a chance of at least `share`. */
export function quantile(distribution: readonly number[], share: number): number {
  let total = 0;
  for (const [k, likelihood] of distribution.entries()) {
    total += likelihood;
    if (total >= share - 1e-12) return k;
  }
  return distribution.length - 1;
}
