import type { Chance } from "./chance.ts";
import { answer, type StudiedAnswer } from "./study.ts";
import type { Item, Learner } from "./world.ts";

/** Sixty spaced repeats, missed questions first, as a scheduler would order them. */
export interface Revision {
  /** By how many standard deviations the abilities grow, evenly over the repeats: 0 for learners who learn keys by heart. */
  readonly growth: number;
  /** The chance that the learner remembers the key itself. */
  readonly memory: number;
  /** How many new questions come between the repeats, one after every second repeat. */
  readonly fresh: number;
}

const repeats = 60;

interface Studied {
  readonly answers: readonly StudiedAnswer[];
  readonly learner: Learner;
}

/** The answers after the repeats, and the learner after them. */
export function revise(
  bank: readonly Item[],
  { answers, learner }: Studied,
  revision: Revision,
  chance: Chance,
): Studied {
  const { growth, memory, fresh } = revision;
  const missed = answers.filter(({ given }) => given !== "right");
  const known = chance.shuffle(answers.filter(({ given }) => given === "right"));
  const queue = [...missed, ...known].slice(0, repeats);
  const seen = new Set(answers.map(({ item }) => item.id));
  const unseen = chance.shuffle(bank.filter(({ id }) => !seen.has(id))).slice(0, fresh);
  const now = new Map(answers.map((own) => [own.item.id, own]));
  let place = answers.length;
  for (const [i, own] of queue.entries()) {
    const giveNow = (item: Item) =>
      answer(item, (learner.abilities[item.domain] as number) + (growth * (i + 1)) / repeats, "guess", chance);
    now.set(own.item.id, { ...own, recall: chance.uniform() < memory ? "right" : giveNow(own.item) });
    place++;
    const item = i % 2 === 1 ? unseen.pop() : undefined;
    if (item !== undefined) now.set(item.id, { item, given: giveNow(item), place: place++, recall: null });
  }
  return { answers: [...now.values()], learner: { abilities: learner.abilities.map((ability) => ability + growth) } };
}
