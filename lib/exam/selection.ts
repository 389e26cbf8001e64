import { partsGiven } from "./completeness.ts";
import { judgingOf } from "./kinds/judging.ts";
import type { Answer, PublicQuestion } from "./question.ts";
import { randomFrom, shuffle } from "./random.ts";

/**
 * Divides `total` by weights into shares that add up exactly: whole parts first, the rest to the largest remainders
 * (Hamilton's method), and to the earlier domain on a tie. No domain gets more than its `capacity`; the surplus goes
 * to the others by the same rule.
 */
export function apportion(total: number, weights: readonly number[], capacity: readonly number[]): number[] {
  const shares = weights.map(() => 0);
  for (let left = Math.min(total, sum(capacity)); left > 0; ) {
    const open = weights.map((weight, i) => ((shares[i] as number) < (capacity[i] as number) ? weight : 0));
    const given = hamilton(
      left,
      sum(open) > 0 ? open : weights.map((_, i) => ((shares[i] as number) < (capacity[i] as number) ? 1 : 0)),
    );
    for (const [i, extra] of given.entries()) {
      const taken = Math.min(extra, (capacity[i] as number) - (shares[i] as number));
      shares[i] = (shares[i] as number) + taken;
      left -= taken;
    }
  }
  return shares;
}

/** Shares are counted in whole billionths, so that equal remainders compare as equal. */
const unit = 1e9;

function hamilton(total: number, weights: readonly number[]): number[] {
  const all = sum(weights);
  const exact = weights.map((weight) => Math.round((unit * total * weight) / all));
  const shares = exact.map((billionths) => Math.floor(billionths / unit));
  const byRemainder = exact.map((billionths, i) => ({ i, remainder: billionths % unit }));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, total - sum(shares))) shares[i] = (shares[i] as number) + 1;
  return shares;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The order in which one learner sees the options of one item: ids, a pure function of the seed and the question.
 * Pinned options stay last; `shuffle: false` keeps the written order. Empty for kinds without options.
 */
export function optionOrder(question: PublicQuestion, seed: string): string[] {
  const random = randomFrom(`options:${seed}`);
  return [...judgingOf(question.kind).order(question, (ids) => shuffle(ids, random))];
}

/** The seed of one item: the attempt's and the question's, so that other items do not change this one's order. */
export function itemSeed(attemptSeed: string, questionId: string): string {
  return `${attemptSeed}/${questionId}`;
}

/** Whether `answer` contains any answer at all. For "answered" counts, never for grading. */
export function isAnswered(answer: Answer | null): boolean {
  return answer !== null && partsGiven(answer) > 0;
}
