import { fewestAnswersToJudge, type ItemStatistics } from "./item-statistics.ts";
import { logBeta } from "./log-beta.ts";

export const itemFlagNames = [
  "key-disputed",
  "negative",
  "distractor-leads",
  "weak",
  "hard",
  "easy",
  "unused-distractor",
  "few-answers",
] as const;
export type ItemFlag = (typeof itemFlagNames)[number];

/** A discrimination below this is weak. */
const weakBelow = 0.15;
/** One in a hundred sound items may be called wrong: the quantile .99 of the normal distribution. */
const oneInHundred = 2.326;

/**
 * What an author should look at. `key` and `optionIds` are empty for kinds whose options are not chosen from. `negative`
 * and `distractor-leads` are claims of a fault, each made of at most one sound item in a hundred.
 */
export function itemFlags(
  statistics: ItemStatistics | null,
  key: readonly string[],
  optionIds: readonly string[],
): readonly ItemFlag[] {
  if (statistics === null || statistics.answers < fewestAnswersToJudge) return ["few-answers"];
  const { facility, discrimination, choices } = statistics;
  const flags: ItemFlag[] = [];
  if (discrimination !== null && discrimination.learners >= fewestAnswersToJudge) {
    const { value, standardError } = discrimination;
    if (value + oneInHundred * standardError < 0) flags.push("negative");
    else if (value + 1.96 * standardError < weakBelow) flags.push("weak");
  }
  if (facility < 0.2) flags.push("hard");
  if (facility > 0.95) flags.push("easy");
  const chosen = (id: string) => choices.get(id) ?? 0;
  const distractors = optionIds.filter((id) => !key.includes(id));
  if (distractors.some((id) => chosen(id) === 0)) flags.push("unused-distractor");
  const weakestKey = Math.min(...key.map(chosen));
  if (key.length > 0 && distractors.some((id) => leads(chosen(id), weakestKey, distractors.length)))
    flags.push("distractor-leads");
  return flags;
}

/**
 * Whether a distractor is chosen more often than the key beyond chance: the one-sided sign test (Dixon and Mood, "The
 * statistical sign test", 1946) at one in a hundred, shared among the distractors (Bonferroni).
 */
function leads(distractor: number, key: number, distractors: number): boolean {
  return distractor > key && tail(distractor, distractor + key) <= 0.01 / distractors;
}

/** The chance of at least `heads` heads in `tosses` tosses of a fair coin. */
export function tail(heads: number, tosses: number): number {
  // C(n, k) = 1/((n + 1) B(k + 1, n − k + 1)); each further term by the ratio of neighbours.
  let term = Math.exp(-Math.log(tosses + 1) - logBeta(heads + 1, tosses - heads + 1) - tosses * Math.LN2);
  let total = 0;
  for (let k = heads; k <= tosses; k++) {
    total += term;
    term *= (tosses - k) / (k + 1);
  }
  return total;
}
