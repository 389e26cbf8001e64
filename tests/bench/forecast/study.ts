import type { Chance } from "./chance.ts";
import { chanceToKnow, guessing, type Item, type Learner } from "./world.ts";

export type Order = "random" | "weakest-domain" | "strongest-domain" | "domain-by-domain" | "easy-first" | "hard-first";
/** What half of those do who do not know an answer; the others guess. */
export type Habit = "guess" | "blank" | "dont-know";

/** A first answer to one item, in the order of the answers. */
export interface FirstAnswer {
  readonly item: Item;
  readonly given: "right" | "wrong" | "blank" | "dont-know";
}

/** The order in which a learner meets the bank. */
export function orderOf(bank: readonly Item[], learner: Learner, order: Order, chance: Chance): readonly Item[] {
  const mixed = chance.shuffle(bank);
  const ability = (item: Item) => learner.abilities[item.domain] as number;
  const rank = {
    random: () => 0,
    "weakest-domain": ability,
    "strongest-domain": (item: Item) => -ability(item),
    "domain-by-domain": (item: Item) => item.domain,
    "easy-first": (item: Item) => item.difficulty,
    "hard-first": (item: Item) => -item.difficulty,
  }[order];
  return mixed.sort((a, b) => rank(a) - rank(b));
}

export interface Course {
  readonly answers: number;
  readonly order: Order;
  readonly habit: Habit;
  /** By how many standard deviations the abilities grow, evenly from the first answer to the last. */
  readonly growth: number;
}

/** A learner's first answers, and the learner after them. */
export function study(bank: readonly Item[], learner: Learner, course: Course, chance: Chance) {
  const items = orderOf(bank, learner, course.order, chance).slice(0, course.answers);
  const answers = items.map((item, i): FirstAnswer => {
    const grown = (learner.abilities[item.domain] as number) + (course.growth * i) / items.length;
    return { item, given: answer(item, grown, course.habit, chance) };
  });
  return { answers, learner: { abilities: learner.abilities.map((ability) => ability + course.growth) } };
}

export function answer(item: Item, ability: number, habit: Habit, chance: Chance): FirstAnswer["given"] {
  if (chance.uniform() < chanceToKnow(item, ability)) return "right";
  if (habit !== "guess" && chance.uniform() < 0.5) return habit;
  return chance.uniform() < guessing ? "right" : "wrong";
}
