import { difficultyLevels, practiceReasons } from "#lib/exam/practice";

/** A question as the form of custom practice counts it: the index of its domain and of its level (-1 for none), a bit for each reason, then the indices of its tags. */
export type PoolRow = readonly [domain: number, level: number, reasons: number, ...tags: number[]];

/** The ticked boxes, as indices. An empty list does not restrict. */
export interface Ticked {
  readonly domains?: readonly number[];
  readonly levels?: readonly number[];
  readonly reasons?: readonly number[];
  readonly tags?: readonly number[];
}

/** What can be ticked in each group, or what is ticked. */
export type Boxes = Readonly<Record<"domains" | "levels" | "reasons" | "tags", readonly string[]>>;

/** The boxes of an exam. */
export function boxesOf(domains: readonly string[], tags: readonly string[]): Boxes {
  return { domains, tags, reasons: practiceReasons, levels: difficultyLevels };
}

/** How many questions each box alone leaves, in the order of the boxes. Tags have no boxes: there can be hundreds. */
export type BoxCounts = Readonly<Record<Exclude<keyof Boxes, "tags">, readonly number[]>>;

export function countBoxes(pool: readonly PoolRow[], boxes: Boxes): BoxCounts {
  const counts = (group: keyof Boxes) => boxes[group].map((_, i) => countMatching(pool, { [group]: [i] }));
  return { domains: counts("domains"), levels: counts("levels"), reasons: counts("reasons") };
}

/** How many questions match what is ticked: one ticked box in every group that has any. */
export function countTicked(pool: readonly PoolRow[], boxes: Boxes, ticked: Partial<Boxes>): number {
  const indices = (group: keyof Boxes) =>
    boxes[group].flatMap((value, i) => (ticked[group]?.includes(value) ? [i] : []));
  return countMatching(pool, {
    domains: indices("domains"),
    levels: indices("levels"),
    reasons: indices("reasons"),
    tags: indices("tags"),
  });
}

/** Whether a received value is a pool. */
export function isPool(value: unknown): value is readonly PoolRow[] {
  const isRow = (row: unknown) =>
    Array.isArray(row) && row.length >= 3 && row.every((index) => Number.isInteger(index));
  return Array.isArray(value) && value.every(isRow);
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
