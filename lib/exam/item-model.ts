import { groupRows } from "./group-rows.ts";

/** How all learners did on one question at the first try. */
export interface Facility {
  readonly answers: number;
  /** Sum of their points, each from 0 to 1. */
  readonly points: number;
}

/** A question of one domain's bank, and what one learner's first answer to it was worth. */
export interface BankItem {
  /** Null while nobody has answered it. */
  readonly facility: Facility | null;
  /** The chance, from 0 to 1, that somebody who does not know the answer guesses it. */
  readonly guess: number;
  /** From 0 to 1; null without an answer. */
  readonly worth: number | null;
}

/** With fewer first answers, a question is assumed to be as hard as its domain. */
export const fewestForDifficulty = 60;
/** How many answers with the domain's mean facility are added to those of a question. */
const shrinkage = 5;
/** Variance of the learners' abilities, in squared logits. */
const abilityVariance = 1.4;
/** By how much facilities, which many abilities flatten, lie closer together than difficulties (PROX; Cohen, 1979). */
const expansion = Math.sqrt(1 + abilityVariance / 2.89);

/**
 * The chance of one learner to answer each question of each domain right, by its difficulty and their one ability:
 * P = c + (1 − c)/(1 + e^(difficulty − ability)) with the guess c, the three-parameter logistic model (Birnbaum, 1968)
 * with equal slopes. Difficulty comes from the facility, shrunk to that of the domain; ability is the mode of its
 * posterior under a normal prior.
 */
export function itemChances(domains: readonly (readonly BankItem[])[]): readonly (readonly number[])[] {
  const measured = domains.map(measure);
  const ability = abilityOf(measured.flatMap((items) => items.filter(isAnswered)));
  return measured.map((items) => items.map((item) => chanceOf(item, ability)));
}

interface Measured {
  readonly guess: number;
  readonly worth: number | null;
  /** In logits above the ability of a learner who knows half of such questions. */
  readonly difficulty: number;
}

type Answered = Measured & { readonly worth: number };

function isAnswered(item: Measured): item is Answered {
  return item.worth !== null;
}

function measure(items: readonly BankItem[]): readonly Measured[] {
  const shares = items.flatMap(({ facility }) => (isEnough(facility) ? [facility.points / facility.answers] : []));
  const usual = shares.length === 0 ? 0.5 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return items.map(({ facility, guess, worth }) => {
    const { points, answers } = isEnough(facility) ? facility : { points: 0, answers: 0 };
    const share = (points + shrinkage * usual) / (answers + shrinkage);
    const known = Math.min(0.98, Math.max(0.02, (share - guess) / (1 - guess)));
    return { guess, worth, difficulty: -expansion * Math.log(known / (1 - known)) };
  });
}

function isEnough(facility: Facility | null): facility is Facility {
  return facility !== null && facility.answers >= fewestForDifficulty;
}

/** Where the posterior's slope is zero, by bisection. */
function abilityOf(answered: readonly Answered[]): number {
  const groups = [...groupRows(answered, ({ guess, worth, difficulty }) => `${guess} ${worth} ${difficulty}`).values()];
  let [low, high] = [-6, 6];
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2;
    // Of thousands of answers most are alike: to questions that nobody else has answered often, right or wrong.
    const pull = groups.reduce((sum, group) => sum + group.length * slopeAt(group[0] as Answered, middle), 0);
    if (pull > middle / abilityVariance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How fast the log likelihood of an answer grows with ability: (worth − P)/P · (P − c)/(1 − c). */
function slopeAt(item: Answered, ability: number): number {
  const chance = chanceOf(item, ability);
  return (((item.worth - chance) / chance) * (chance - item.guess)) / (1 - item.guess);
}

function chanceOf({ guess, difficulty }: Measured, ability: number): number {
  return guess + (1 - guess) / (1 + Math.exp(difficulty - ability));
}
