import type { Chance } from "./chance.ts";
import { chanceToKnow, guessing, type Item, type Learner } from "./world.ts";

export type Order =
  | "random"
  | "domain-by-domain"
  | "easy-first"
  | "hard-first"
  /** After thirty answers in random order, always from the domain with the smallest share right so far. */
  | "weakest-so-far"
  /** By what learners think of themselves, which correlates with the truth by 0.5. */
  | "weakest-felt"
  | "strongest-felt"
  /** By the truth, which no learner knows. */
  | "weakest-in-truth"
  | "strongest-in-truth";
/** What half of the learners do if they do not know an answer; the others guess. */
export type Habit = "guess" | "blank" | "dont-know";

export type Given = "right" | "wrong" | "blank" | "dont-know";

/** A first answer to one item. */
export interface StudiedAnswer {
  readonly item: Item;
  readonly given: Given;
  /** How many answers came before it. */
  readonly place: number;
  /** The answer to a spaced repeat of it. */
  readonly recall: Given | null;
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
  const rank = ranking(course.order, learner, chance);
  const queue = chance.shuffle(bank).sort((a, b) => rank(a) - rank(b));
  const answers: StudiedAnswer[] = [];
  for (let place = 0; place < course.answers; place++) {
    const next = course.order === "weakest-so-far" && place >= 30 ? placeOfWeakest(queue, answers) : 0;
    const [item] = queue.splice(next, 1);
    if (item === undefined) throw new Error(`the bank has fewer than ${course.answers} questions`);
    const grown = (learner.abilities[item.domain] as number) + (course.growth * place) / course.answers;
    answers.push({ item, given: answer(item, grown, course.habit, chance), place, recall: null });
  }
  return { answers, learner: { abilities: learner.abilities.map((ability) => ability + course.growth) } };
}

/** What comes first has the smallest rank. */
export function ranking(order: Order, { abilities }: Learner, chance: Chance): (item: Item) => number {
  const overall = abilities.reduce((sum, ability) => sum + ability, 0) / abilities.length;
  // A correlation of 0.5 needs three times as much variance in the noise as in the truth.
  const spread = Math.sqrt(abilities.reduce((sum, ability) => sum + (ability - overall) ** 2, 0) / abilities.length);
  const felt = abilities.map((ability) => ability + Math.sqrt(3) * spread * chance.normal());
  const ranks: Readonly<Record<Order, (item: Item) => number>> = {
    random: () => 0,
    "weakest-so-far": () => 0,
    "domain-by-domain": ({ domain }) => domain,
    "easy-first": ({ difficulty }) => difficulty,
    "hard-first": ({ difficulty }) => -difficulty,
    "weakest-felt": ({ domain }) => felt[domain] as number,
    "strongest-felt": ({ domain }) => -(felt[domain] as number),
    "weakest-in-truth": ({ domain }) => abilities[domain] as number,
    "strongest-in-truth": ({ domain }) => -(abilities[domain] as number),
  };
  return ranks[order];
}

/** The position of the next question of the domain that looks weakest. */
function placeOfWeakest(queue: readonly Item[], answers: readonly StudiedAnswer[]): number {
  const shareOf = (domain: number) => {
    const own = answers.filter(({ item }) => item.domain === domain);
    return (own.filter(({ given }) => given === "right").length + 1) / (own.length + 2);
  };
  const weakest = [...new Set(queue.map(({ domain }) => domain))].sort((a, b) => shareOf(a) - shareOf(b))[0];
  return queue.findIndex(({ domain }) => domain === weakest);
}

export function answer(item: Item, ability: number, habit: Habit, chance: Chance): Given {
  if (chance.uniform() < chanceToKnow(item, ability)) return "right";
  if (habit !== "guess" && chance.uniform() < 0.5) return habit;
  return chance.uniform() < guessing ? "right" : "wrong";
}
