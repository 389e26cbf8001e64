export interface Interval {
  /** Percent. */
  readonly from: number;
  readonly to: number;
}

/** The 95% quantile of the normal distribution: 90% of values lie between it and its negative. */
const z = 1.6449;

/**
 * The 90% interval of a share, given `count` of `total` cases (Wilson, "Probable inference, the law of succession,
 * and statistical inference", 1927). With a total of 0 it is 0 to 100.
 */
export function wilsonInterval(count: number, total: number): Interval {
  if (total === 0) return { from: 0, to: 100 };
  const share = count / total;
  const middle = share + z ** 2 / (2 * total);
  const reach = z * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  const scale = 1 + z ** 2 / total;
  return { from: 100 * Math.max(0, (middle - reach) / scale), to: 100 * Math.min(1, (middle + reach) / scale) };
}
