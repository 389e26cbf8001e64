import type { Chance } from "./chance.ts";

/** An item of the three-parameter logistic model (Birnbaum, 1968). */
export interface Item {
  readonly id: number;
  readonly domain: number;
  readonly slope: number;
  readonly difficulty: number;
}

export interface Learner {
  /** Ability in each domain, in standard deviations of the population. */
  readonly abilities: readonly number[];
}

/** Chance to guess right. */
export const guessing = 0.25;
/** Percent of the blueprint. */
export const weights = [30, 24, 22, 14, 10] as const;
/** An exam of 50 questions by these weights. */
export const examQuestions = [15, 12, 11, 7, 5] as const;
/** Questions of the bank in each domain: 132. */
export const bankQuestions = [40, 31, 29, 19, 13] as const;

const slopeSpread = 0.3;
const meanSlope = 1.2;

/** The chance of knowing the answer, without guesses. */
export function chanceToKnow(item: Item, ability: number): number {
  return 1 / (1 + Math.exp(-item.slope * (ability - item.difficulty)));
}

/** A bank whose difficulties are spread in each domain as among all possible questions. */
export function makeBank(chance: Chance): readonly Item[] {
  let id = 0;
  return bankQuestions.flatMap((count, domain) =>
    Array.from({ length: count }, (_, i) => ({
      id: id++,
      domain,
      slope: meanSlope * Math.exp(slopeSpread * chance.normal()),
      difficulty: normalQuantile((i + chance.uniform()) / count),
    })),
  );
}

/** A learner whose abilities correlate between 0.3 and 0.8 from domain to domain. */
export function makeLearner(chance: Chance, mean: number): Learner {
  const correlation = 0.3 + 0.5 * chance.uniform();
  const general = chance.normal();
  const abilities = weights.map(
    () => mean + Math.sqrt(correlation) * general + Math.sqrt(1 - correlation) * chance.normal(),
  );
  return { abilities };
}

/** The share of all possible questions that a learner of this ability knows: by numeric integration, from a table. */
export function shareKnown(ability: number): number {
  const place = Math.min(table.length - 2, Math.max(0, (ability + reach) / step));
  const below = Math.floor(place);
  return (table[below] as number) + (place - below) * ((table[below + 1] as number) - (table[below] as number));
}

const reach = 6;
const step = 0.05;
const table = Array.from({ length: Math.round((2 * reach) / step) + 1 }, (_, i) => integrate(i * step - reach));

function integrate(ability: number): number {
  const nodes = Array.from({ length: 25 }, (_, i) => (i - 12) / 4);
  let total = 0;
  let mass = 0;
  for (const difficulty of nodes)
    for (const spread of nodes) {
      const density = Math.exp(-(difficulty ** 2 + spread ** 2) / 2);
      const slope = meanSlope * Math.exp(slopeSpread * spread);
      mass += density;
      total += density * chanceToKnow({ id: 0, domain: 0, slope, difficulty }, ability);
    }
  return total / mass;
}

/** The mean ability of a population that answers this share of an exam right. */
export function meanAbilityFor(share: number): number {
  const nodes = Array.from({ length: 41 }, (_, i) => (i - 20) / 5);
  const shareOf = (mean: number) => {
    const mass = nodes.reduce((sum, z) => sum + Math.exp(-(z ** 2) / 2), 0);
    const known = nodes.reduce((sum, z) => sum + Math.exp(-(z ** 2) / 2) * shareKnown(mean + z), 0) / mass;
    return guessing + (1 - guessing) * known;
  };
  let [low, high] = [-4, 4];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (shareOf(middle) < share) low = middle;
    else high = middle;
  }
  return low;
}

/** By bisection of the normal distribution's integral (Abramowitz and Stegun, 1964, 26.2.17). */
function normalQuantile(share: number): number {
  const below = (x: number): number => {
    if (x < 0) return 1 - below(-x);
    const t = 1 / (1 + 0.2316419 * x);
    const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return 1 - (Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI)) * tail;
  };
  let [low, high] = [-5, 5];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
