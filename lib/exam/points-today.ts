import { driftOf } from "./drift.ts";
import { type BankItem, itemChances } from "./item-model.ts";
import { standardisedPoints } from "./standardised-points.ts";

/** A question of one domain's bank, with what one learner's answers to it show. */
export interface StudiedItem extends BankItem {
  /** How many of the learner's answers came before their first answer to this question; meaningless without one. */
  readonly place: number;
  /** The worth of the newest answer that came a day or more after another one; null without such a repeat. */
  readonly recall: number | null;
}

/**
 * The share of the gain between a first answer and a repeat that carries over to new questions. It is small because a key
 * learnt by heart looks like understanding: with twice as much, learning only the keys would gain more than three points.
 * The table is in docs/readiness.md.
 */
export const worthOfRecall = 0.08;

/**
 * The points that the first answers of each domain would earn today, with questions of average difficulty:
 * standardised, moved by the drift of the first answers and by what repeats show. From 0 to the number of answers.
 */
export function pointsToday(domains: readonly (readonly StudiedItem[])[]): readonly number[] {
  const chances = itemChances(domains);
  const standardised = standardisedPoints(domains, chances);
  const answered = domains.flatMap((items, domain) =>
    items.flatMap(({ worth, place, recall }, i) => {
      if (worth === null) return [];
      const residual = worth - (chances[domain]?.[i] as number);
      return [{ domain, place, residual, gain: recall === null ? 0 : recall - worth }];
    }),
  );
  if (answered.length === 0) return standardised;
  const gain = answered.reduce((sum, answer) => sum + answer.gain, 0) / answered.length;
  const change = driftOf(answered) + worthOfRecall * gain;
  return domains.map((items, domain) => {
    const answers = items.filter(({ worth }) => worth !== null).length;
    return Math.min(answers, Math.max(0, (standardised[domain] as number) + answers * change));
  });
}
