/**
 * How many questions of a pool belong to one of these domains and bear one of these tags; no domain means all, and no tag
 * means any. A question is the index of its domain, then those of its tags.
 */
export function countMatching(
  pool: readonly (readonly number[])[],
  domains: readonly number[],
  tags: readonly number[],
): number {
  return pool.filter(([domain = -1, ...own]) => {
    const isOfDomain = domains.length === 0 || domains.includes(domain);
    return isOfDomain && (tags.length === 0 || own.some((tag) => tags.includes(tag)));
  }).length;
}
