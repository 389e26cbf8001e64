/** 95 %: the usual confidence. */
const z = 1.96;

/**
 * Lower bound of the Wilson score interval for the share of ups among all votes, from 0 to 1; 0 without votes. Two ups
 * of two rank below forty of forty-two. Source: E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22 (1927).
 */
export function wilson(up: number, down: number): number {
  const n = up + down;
  if (n === 0) return 0;
  const share = up / n;
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * n)) / n);
  return Math.max(0, (share + (z * z) / (2 * n) - spread) / (1 + (z * z) / n));
}
