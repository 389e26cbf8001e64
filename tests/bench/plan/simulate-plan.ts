import type { DayPlan } from "#lib/exam/study-plan";
import { chanceFrom } from "../forecast/chance.ts";
import { type Item, makeBank, makeLearner, meanAbilityFor, weights } from "../forecast/world.ts";
import { plain, planned, planOf } from "./policies.ts";
import { type Course, studyDays } from "./study-days.ts";

export interface PlanScenario {
  /** 132, or a multiple of 132 for several banks. */
  readonly questions: number;
  /** Percent that the population answers right before it studies. */
  readonly populationMean: number;
  readonly course: Course;
  /** Days after which half of what was read once is forgotten. */
  readonly halfLife: number;
}

export interface PlanOutcome {
  /** Expected scores on the day, in percent: means over the learners. */
  readonly plain: number;
  readonly planned: number;
  /** The share of learners who do worse with the plan. */
  readonly below: number;
  /** How far the forecast of the remaining minutes, made after a week, is from the minutes spent, as a share of them. */
  readonly loadError: number;
  /** The same for the number of reviews. */
  readonly reviewError: number;
}

const forecastDay = 7;

export function simulatePlan(
  { questions, populationMean, course, halfLife }: PlanScenario,
  learners: number,
  seed: number,
): PlanOutcome {
  const mean = meanAbilityFor(populationMean / 100);
  const outcomes = Array.from({ length: learners }, (_, i) => {
    const bank = chanceFrom(seed + 1000 * i);
    const items = shuffled(Array.from({ length: Math.ceil(questions / 132) }, () => makeBank(bank)).flat(), bank).slice(
      0,
      questions,
    );
    const learner = makeLearner(bank, mean);
    const one = () => chanceFrom(seed + 1000 * i + 1);
    const world = { items, learner, weights, course, halfLife };
    const before = studyDays(world, plain, one());
    let forecast: readonly DayPlan[] = [];
    const after = studyDays(world, planned(weights, course), one(), (desk) => {
      if (desk.day === forecastDay) forecast = planOf(desk, weights, course);
    });
    const load = share(60 * sum(forecast.map(({ minutes }) => minutes)), sum(after.spent.slice(forecastDay)));
    const reviews = share(sum(forecast.map(({ reviews }) => reviews.length)), sum(after.reviews.slice(forecastDay)));
    return { before: before.score, after: after.score, load, reviews };
  });
  const meanOf = (pick: (one: (typeof outcomes)[number]) => number) => sum(outcomes.map(pick)) / learners;
  return {
    plain: meanOf(({ before }) => before),
    planned: meanOf(({ after }) => after),
    below: meanOf(({ before, after }) => (after < before ? 1 : 0)),
    loadError: meanOf(({ load }) => load),
    reviewError: meanOf(({ reviews }) => reviews),
  };
}

function shuffled(items: readonly Item[], chance: ReturnType<typeof chanceFrom>): readonly Item[] {
  const keyed = items.map((item, id): [number, Item] => [chance.uniform(), { ...item, id }]);
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
}

function share(forecast: number, actual: number): number {
  return Math.abs(forecast - actual) / actual;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
