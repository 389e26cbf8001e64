import type { Habit } from "./study.ts";
import { examQuestions, guessing, type Learner, shareKnown } from "./world.ts";

/** One learner's forecast. Percent, except `passProbability`, which is from 0 to 1. */
export interface Forecast {
  readonly passProbability: number;
  readonly expected: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The probability of each number of right answers in the real exam. Learners who leave blanks in practice leave them
 * there too.
 */
export function realExam({ abilities }: Learner, habit: Habit): readonly number[] {
  return abilities
    .map((ability, domain) => {
      const known = shareKnown(ability);
      const guessed = (1 - known) * guessing * (habit === "blank" ? 0.5 : 1);
      return binomial(examQuestions[domain] as number, known + guessed);
    })
    .reduce((sum, next) => add(sum, next), [1]);
}

/** The cut score, in percent. */
export const passing = 70;

/** The chance that the score, in percent, fulfils `holds`. */
export function shareOf(exam: readonly number[], holds: (score: number) => boolean): number {
  return exam.reduce((sum, likelihood, count) => sum + (holds(percent(count)) ? likelihood : 0), 0);
}

/** In percent. */
export function expectedScore(exam: readonly number[]): number {
  return exam.reduce((sum, likelihood, count) => sum + likelihood * percent(count), 0);
}

function percent(count: number): number {
  return (100 * count) / examQuestions.reduce<number>((sum, questions) => sum + questions, 0);
}

function binomial(trials: number, share: number): number[] {
  let chances = [1];
  for (let i = 0; i < trials; i++) chances = add(chances, [1 - share, share]);
  return chances;
}

function add(a: readonly number[], b: readonly number[]): number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) sum[i + j] = (sum[i + j] as number) + x * y;
  return sum;
}

/** One learner: the forecast, the distribution of the real score, and the percent right so far. */
export interface Case {
  readonly forecast: Forecast;
  readonly exam: readonly number[];
  readonly rawPercent: number;
}

export interface Measures {
  /** Mean distance between forecast and real share passed over ten classes of the forecast, weighted by their size. */
  readonly calibrationError: number;
  /** Share of real scores within the interval. */
  readonly coverage: number;
  /** Mean of expected minus real score, in points of percent. */
  readonly bias: number;
  /** Mean squared error of the pass probability (Brier, 1950); of the base rate; of "raw percent passes". */
  readonly brier: number;
  readonly brierOfBaseRate: number;
  readonly brierOfRawPercent: number;
}

export function measure(cases: readonly Case[]): Measures {
  const passes = cases.map(({ exam }) => shareOf(exam, (score) => score >= passing));
  const baseRate = mean(passes);
  const brierOf = (forecasts: readonly number[]) =>
    mean(forecasts.map((p, i) => p ** 2 - 2 * p * (passes[i] as number) + (passes[i] as number)));
  return {
    calibrationError: calibrationError(
      cases.map(({ forecast }) => forecast.passProbability),
      passes,
    ),
    coverage: mean(
      cases.map(({ exam, forecast: { from, to } }) =>
        shareOf(exam, (score) => score >= from - 1e-9 && score <= to + 1e-9),
      ),
    ),
    bias: mean(cases.map(({ exam, forecast }) => forecast.expected - expectedScore(exam))),
    brier: brierOf(cases.map(({ forecast }) => forecast.passProbability)),
    brierOfBaseRate: brierOf(cases.map(() => baseRate)),
    brierOfRawPercent: brierOf(cases.map(({ rawPercent }) => (rawPercent >= passing ? 1 : 0))),
  };
}

function calibrationError(forecasts: readonly number[], passes: readonly number[]): number {
  const classes = Array.from({ length: 10 }, () => 0);
  forecasts.forEach((p, i) => {
    const own = Math.min(9, Math.floor(10 * p));
    classes[own] = (classes[own] as number) + p - (passes[i] as number);
  });
  return classes.reduce((sum, distance) => sum + Math.abs(distance), 0) / forecasts.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
