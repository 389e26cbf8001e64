import { type Discrimination, discriminationOf } from "./discrimination.ts";
import { groupRows } from "./group-rows.ts";
import { type JudgedAnswer, type StandingAnswer, standingsOf } from "./standing-of-learners.ts";

/** One learner's first answer to one question. */
export interface ItemAnswer extends JudgedAnswer {
  /** What was chosen; empty for "I don't know" and for kinds without options. */
  readonly optionIds: readonly string[];
}

/** How many chose each option that anybody chose. */
export type Choices = ReadonlyMap<string, number>;

/** What the learners chose who are best and worst by their other answers. */
export interface Thirds {
  /** How many learners each third has. */
  readonly learners: number;
  readonly strong: Choices;
  readonly weak: Choices;
}

export interface ItemStatistics {
  readonly questionId: string;
  readonly answers: number;
  /** Mean points, from 0 (nobody) to 1 (everybody). */
  readonly facility: number;
  /** Null when it cannot be determined. */
  readonly discrimination: Discrimination | null;
  readonly choices: Choices;
  /** Null below `fewestAnswersToJudge` learners with other answers. */
  readonly thirds: Thirds | null;
}

/** With fewer answers an item is not judged. */
export const fewestAnswersToJudge = 30;

/** The statistics of every question that was answered. */
export function itemStatistics(answers: readonly ItemAnswer[]): ReadonlyMap<string, ItemStatistics> {
  const { abilityVariance, byQuestion } = standingsOf(answers);
  const statistics = [...groupRows(answers, ({ questionId }) => questionId)].map(
    ([questionId, own]): [string, ItemStatistics] => {
      const standings = byQuestion.get(questionId) ?? [];
      return [
        questionId,
        {
          questionId,
          answers: own.length,
          facility: own.reduce((sum, { points }) => sum + points, 0) / own.length,
          discrimination: discriminationOf(standings, abilityVariance),
          choices: countChoices(own),
          thirds: thirdsOf(standings),
        },
      ];
    },
  );
  return new Map(statistics);
}

function countChoices(answers: readonly ItemAnswer[]): Choices {
  const choices = new Map<string, number>();
  for (const { optionIds } of answers) for (const id of optionIds) choices.set(id, (choices.get(id) ?? 0) + 1);
  return choices;
}

function thirdsOf(standings: readonly StandingAnswer<ItemAnswer>[]): Thirds | null {
  if (standings.length < fewestAnswersToJudge) return null;
  const learners = Math.floor(standings.length / 3);
  const ranked = [...standings].sort((a, b) => a.ability - b.ability).map(({ answer }) => answer);
  return {
    learners,
    weak: countChoices(ranked.slice(0, learners)),
    strong: countChoices(ranked.slice(-learners)),
  };
}

/**
 * Where the facility of an item lies in 95 of 100 cases, given the number of answers: the Wilson score interval ("Probable
 * inference, the law of succession, and statistical inference", 1927). Points between 0 and 1 vary less than right and
 * wrong do, so it is never too narrow.
 */
export function facilityRange(facility: number, answers: number): readonly [number, number] {
  const z = 1.96;
  const middle = (facility + z ** 2 / (2 * answers)) / (1 + z ** 2 / answers);
  const spread =
    (z / (1 + z ** 2 / answers)) * Math.sqrt((facility * (1 - facility)) / answers + (z / (2 * answers)) ** 2);
  return [Math.max(0, middle - spread), Math.min(1, middle + spread)];
}
