import { driftOf } from "./drift.ts";
import { type BankItem, itemChances } from "./item-model.ts";
import { standardisedPoints } from "./standardised-points.ts";

/** A question of one domain's bank with all that one learner's answers to it say. */
export interface StudiedItem extends BankItem {
  /** How many of the learner's answers came before the first one to this question; any number without one. */
  readonly place: number;
  /** What the newest answer to it was worth that came a day or more after another; null without such a repeat. */
  readonly recall: number | null;
}

/**
 * What a gain between the first answer and a repeat says of questions that are new. So little, because a key learnt by
 * heart looks like understanding: with twice as much, who learns the keys alone gains more than three points. The table
 * is in docs/readiness.md.
 */
export const worthOfRecall = 0.08;

/**
 * The points of each domain's first answers as the learner would earn them today with questions of usual difficulty:
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
