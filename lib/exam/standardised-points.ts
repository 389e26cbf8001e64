import { type BankItem, itemChances } from "./item-model.ts";

/**
 * The points that the learner would have earned with the same number of questions of each domain's average difficulty, so
 * that a learner who answers the easy ones first does not look strong. One number for each domain, from 0 to the number
 * of its answers.
 *
 * Adds to the points what the bank's average question would give the learner, minus what the answered ones were expected
 * to give: the difference estimator of survey sampling (Särndal, Swensson and Wretman, "Model Assisted Survey
 * Sampling", 1992, 6.3).
 */
export function standardisedPoints(
  domains: readonly (readonly BankItem[])[],
  chances: readonly (readonly number[])[] = itemChances(domains),
): readonly number[] {
  return domains.map((items, domain) => {
    const all = chances[domain] as readonly number[];
    const expected = all.filter((_, i) => items[i]?.worth !== null);
    const points = items.reduce((sum, { worth }) => sum + (worth ?? 0), 0);
    if (expected.length === 0) return 0;
    return Math.min(expected.length, Math.max(0, points + expected.length * (mean(all) - mean(expected))));
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
