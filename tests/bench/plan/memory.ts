import type { Chance } from "../forecast/chance.ts";
import { chanceToKnow, guessing, type Item, type Learner } from "../forecast/world.ts";

/**
 * What a simulated learner remembers of one question. Some questions they understand and can always answer; of the
 * others they learn the answer by reading the explanation and forget it again. Nothing here is FSRS: forgetting is
 * hyperbolic (Wickelgren, 1974) where FSRS has a power law, and a recall adds more the more was forgotten (the spacing
 * effect; Cepeda et al., 2006).
 */
export interface Memory {
  readonly understands: boolean;
  /** Days after which one half is forgotten; null before the explanation was read. */
  halfLife: number | null;
  /** The day of the last answer. */
  last: number;
}

/** The half-life after one reading differs by a factor e^±spread from question to question. */
const halfLifeSpread = 0.6;
/** In days. */
const shortest = 2;
/** A recall just before half is forgotten multiplies the half-life by this. */
const growth = 2.2;
/** What remains of a half-life that was too short. */
const lapse = 0.5;

export function begin(item: Item, learner: Learner, chance: Chance): Memory {
  const ability = learner.abilities[item.domain] as number;
  return { understands: chance.uniform() < chanceToKnow(item, ability), halfLife: null, last: 0 };
}

/** The chance of knowing the answer on a day, without guesses. */
export function knows({ understands, halfLife, last }: Memory, day: number): number {
  if (understands) return 1;
  return halfLife === null ? 0 : 1 / (1 + Math.max(0, day - last) / halfLife);
}

/** The chance of a right answer, with guesses. */
export function answersRight(memory: Memory, day: number): number {
  const known = knows(memory, day);
  return known + (1 - known) * guessing;
}

/**
 * One answer, after which the explanation is read; the first reading is worth `halfLife` days. Returns whether it was
 * right.
 */
export function answer(memory: Memory, day: number, halfLife: number, chance: Chance): boolean {
  const known = knows(memory, day);
  const isKnown = chance.uniform() < known;
  const isRight = isKnown || chance.uniform() < guessing;
  if (!memory.understands) {
    if (memory.halfLife === null) memory.halfLife = halfLife * Math.exp(halfLifeSpread * chance.normal());
    else if (isKnown) memory.halfLife *= 1 + growth * 2 * (1 - known);
    else memory.halfLife = Math.max(shortest, memory.halfLife * lapse);
  }
  memory.last = day;
  return isRight;
}
