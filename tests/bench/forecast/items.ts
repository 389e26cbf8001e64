import { keyEvidence } from "#lib/exam/disputed-key";
import { itemFlags } from "#lib/exam/item-flags";
import { type ItemAnswer, type ItemStatistics, itemStatistics } from "#lib/exam/item-statistics";
import { type Chance, chanceFrom } from "./chance.ts";
import { chanceToKnow, guessing, type Item, type Learner, makeBank, makeLearner } from "./world.ts";

/**
 * Options of a simulated item. Someone who does not know it chooses the key with a chance of 1/4, otherwise a
 * distractor.
 */
export const options = ["key", "one", "two", "three"] as const;

/** How many answer each item, and how many items each of them answers in random order. */
/** How the distractors share those who do not know: "one" is as tempting as the others, or takes half of them. */
export type Distractors = "even" | "uneven";

export interface Panel {
  readonly answersOfItem: number;
  readonly answersOfLearner: number;
  readonly distractors: Distractors;
}

/** The first answers of a panel to a bank of sound items. */
export function answersOf(bank: readonly Item[], panel: Panel, chance: Chance, wrong: ReadonlySet<number> = new Set()) {
  const learners = Math.round((panel.answersOfItem * bank.length) / panel.answersOfLearner);
  const answers: ItemAnswer[] = [];
  for (let i = 0; i < learners; i++) {
    const learner = makeLearner(chance, 0.3);
    for (const item of chance.shuffle(bank).slice(0, panel.answersOfLearner)) {
      const option = choose(item, learner, panel.distractors, chance);
      // A wrong key: right answers count as wrong, and the distractor "one" counts as right.
      const points = Number(option === (wrong.has(item.id) ? "one" : "key"));
      answers.push({ learnerId: `${i}`, questionId: `${item.id}`, points, optionIds: [option] });
    }
  }
  return answers;
}

function choose(item: Item, { abilities }: Learner, distractors: Distractors, chance: Chance): string {
  if (chance.uniform() < chanceToKnow(item, abilities[item.domain] as number)) return "key";
  if (chance.uniform() < guessing) return "key";
  const taken = chance.uniform();
  const [one, two] = distractors === "even" ? [1 / 3, 2 / 3] : [0.5, 0.8];
  return taken < one ? "one" : taken < two ? "two" : "three";
}

/** The share of sound items that is flagged, by flag, and the mean discrimination. */
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

/** How many items of each simulated bank have a wrong key. */
const wrongKeys = 8;
/** Answers to each item on average when it is looked at: enough for nearly all to have 30, 60, 120 and 240. */
const looks = [40, 80, 145, 260];

/**
 * Banks with some wrong keys, whose learners come one after another. Returns the share of sound items that are ever
 * disputed over four looks, and the share of wrong keys disputed by the second look, at 60 answers.
 */
export function simulateDisputes(distractors: Distractors, rounds: number, seed: number) {
  const chance = chanceFrom(seed);
  const [ever, early] = [new Set<string>(), new Set<string>()];
  let [sound, wrongs] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const bank = makeBank(chance);
    const wrong = new Set(chance.shuffle(bank.map(({ id }) => id)).slice(0, wrongKeys));
    const all = answersOf(
      bank,
      { answersOfItem: looks.at(-1) as number, answersOfLearner: 50, distractors },
      chance,
      wrong,
    ).map((answer, i) => ({
      ...answer,
      optionId: answer.optionIds[0] ?? null,
      at: new Date(i),
    }));
    const items = bank.map(({ id }) => ({
      questionId: `${id}`,
      optionIds: options,
      key: wrong.has(id) ? "one" : "key",
    }));
    for (const [look, answers] of looks.entries())
      for (const [id, { isDisputed }] of keyEvidence(
        items,
        all.slice(0, Math.round((all.length * answers) / (looks.at(-1) as number))),
      )) {
        if (!isDisputed) continue;
        if (!wrong.has(Number(id))) ever.add(`${round}/${id}`);
        else if (look < 2) early.add(`${round}/${id}`);
      }
    sound += bank.length - wrongKeys;
    wrongs += wrongKeys;
  }
  return { falseAlarms: ever.size / sound, found: early.size / wrongs };
}
