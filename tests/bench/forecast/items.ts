import { itemFlags } from "#lib/exam/item-flags";
import { type ItemAnswer, type ItemStatistics, itemStatistics } from "#lib/exam/item-statistics";
import { type Chance, chanceFrom } from "./chance.ts";
import { chanceToKnow, guessing, type Item, type Learner, makeBank, makeLearner } from "./world.ts";

/** Options of a simulated item; whoever does not know one takes any of them. */
export const options = ["key", "one", "two", "three"] as const;

/** How many answer each item, and how many items each of them answers in random order. */
export interface Panel {
  readonly answersOfItem: number;
  readonly answersOfLearner: number;
}

/** The first answers of a panel to a bank of sound items. */
export function answersOf(bank: readonly Item[], panel: Panel, chance: Chance, wrong: ReadonlySet<number> = new Set()) {
  const learners = Math.round((panel.answersOfItem * bank.length) / panel.answersOfLearner);
  const answers: ItemAnswer[] = [];
  for (let i = 0; i < learners; i++) {
    const learner = makeLearner(chance, 0.3);
    for (const item of chance.shuffle(bank).slice(0, panel.answersOfLearner)) {
      const option = choose(item, learner, chance);
      // A wrong key: what is right counts as wrong, and the distractor "one" as right.
      const points = Number(option === (wrong.has(item.id) ? "one" : "key"));
      answers.push({ learnerId: `${i}`, questionId: `${item.id}`, points, optionIds: [option] });
    }
  }
  return answers;
}

function choose(item: Item, { abilities }: Learner, chance: Chance): string {
  if (chance.uniform() < chanceToKnow(item, abilities[item.domain] as number)) return "key";
  return chance.uniform() < guessing ? "key" : (options[1 + Math.floor(3 * chance.uniform())] as string);
}

/** Which share of sound items is flagged, by flag, and the mean discrimination. */
export function simulateItems(panel: Panel, rounds: number, seed: number) {
  const chance = chanceFrom(seed);
  const flagged = new Map<string, number>();
  let [items, discrimination] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    for (const own of itemStatistics(answersOf(makeBank(chance), panel, chance)).values()) {
      items++;
      discrimination += own.discrimination?.value ?? 0;
      for (const flag of flagsOf(own)) flagged.set(flag, (flagged.get(flag) ?? 0) + 1);
    }
  }
  const shareOf = (flag: string) => (flagged.get(flag) ?? 0) / items;
  return { discrimination: discrimination / items, shareOf };
}

function flagsOf(statistics: ItemStatistics): readonly string[] {
  return itemFlags(statistics, ["key"], options);
}
