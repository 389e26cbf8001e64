/** A question as the form of custom practice counts it: the index of its domain and of its level (-1 for none), a bit for each reason, then the indices of its tags. */
export type PoolRow = readonly [domain: number, level: number, reasons: number, ...tags: number[]];

/** The ticked boxes, as indices. An empty list does not restrict. */
export interface Ticked {
  readonly domains?: readonly number[];
  readonly levels?: readonly number[];
  readonly reasons?: readonly number[];
  readonly tags?: readonly number[];
}

/** How many questions of a pool match one ticked box in every group. */
export function countMatching(pool: readonly PoolRow[], ticked: Ticked): number {
  const { domains = [], levels = [], reasons = [], tags = [] } = ticked;
  const mask = reasons.reduce((bits, reason) => bits | (1 << reason), 0);
  const isOpenOr = (chosen: readonly number[], value: number) => chosen.length === 0 || chosen.includes(value);
  return pool.filter(
    ([domain, level, held, ...own]) =>
      isOpenOr(domains, domain) &&
      isOpenOr(levels, level) &&
      (mask === 0 || (held & mask) !== 0) &&
      (tags.length === 0 || own.some((tag) => tags.includes(tag))),
  ).length;
}
