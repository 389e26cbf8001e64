import { fitPrior } from "#lib/exam/fit-prior";
import type { Facility } from "#lib/exam/item-model";
import { pointsToday, type StudiedItem } from "#lib/exam/points-today";
import { type Prior, usualPrior } from "#lib/exam/pooled-forecast";
import { type DomainEvidence, estimateReadiness } from "#lib/exam/readiness";
import { type Chance, chanceFrom } from "./chance.ts";
import { type Case, expectedScore, type Forecast, type Measures, measure, passing, realExam } from "./measure.ts";
import { type Revision, revise } from "./revise.ts";
import { answer, type Course, type Given, type StudiedAnswer, study } from "./study.ts";
import { examQuestions, guessing, type Item, makeBank, makeLearner, meanAbilityFor, weights } from "./world.ts";

export interface Scenario extends Course {
  readonly name: string;
  /** Mean score of the population, in percent. */
  readonly populationMean: number;
  /** How many learners have answered the whole bank before. */
  readonly before: number;
  /** Whether the first forecast is judged, whenever it comes. */
  readonly isAtFirst?: boolean;
  /** The prior is fitted to this number of other learners with 60 answers; without it, the usual prior is used. */
  readonly fittedTo?: number;
}

/** The questions and, by id, how earlier learners did with them. */
interface Bank {
  readonly items: readonly Item[];
  readonly facilities: ReadonlyMap<number, Facility>;
}

/** How many learners share a bank. */
const learnersOfBank = 20;

/** What the estimator says about simulated learners, and which share of them gets a forecast at all: from 0 to 1. */
export interface Outcome extends Measures {
  readonly shown: number;
}

/**
 * What the estimator says about simulated learners, compared with the exams they would take. Learners without a
 * forecast are left out.
 */
export function simulate(scenario: Scenario, learners: number, seed: number): Outcome {
  const chance = chanceFrom(seed);
  const mean = meanAbilityFor(scenario.populationMean / 100);
  let bank = openBank(chance, scenario.before, mean);
  const prior = scenario.fittedTo === undefined ? usualPrior : priorOf(scenario.fittedTo, mean, chance);
  const cases: Case[] = [];
  for (let i = 0; i < learners; i++) {
    if (i % learnersOfBank === 0) bank = openBank(chance, scenario.before, mean);
    const { answers, learner } = study(bank.items, makeLearner(chance, mean), scenario, chance);
    const answered = scenario.isAtFirst ? untilFirst(answers, bank) : answers;
    const forecast = readinessFrom(answered, bank, prior);
    if (forecast.state !== "estimated") continue;
    const right = answered.filter(({ given }) => given === "right").length;
    cases.push({
      forecast,
      exam: realExam(learner, scenario.habit),
      rawPercent: (100 * right) / answered.length,
    });
  }
  return { ...measure(cases), shown: cases.length / learners };
}

/** The prior that the estimator fits to the answers of other learners from the same population. */
function priorOf(learners: number, mean: number, chance: Chance): Prior {
  const bank = openBank(chance, 0, mean);
  const course = { answers: 60, order: "random", habit: "guess", growth: 0 } as const;
  return fitPrior(
    Array.from({ length: learners }, () =>
      evidenceFrom(study(bank.items, makeLearner(chance, mean), course, chance).answers, bank),
    ),
  );
}

/**
 * The answers up to the first forecast, or all if there is none. A forecast that is shown once stays, so bisection
 * finds it.
 */
function untilFirst(answers: readonly StudiedAnswer[], bank: Bank): readonly StudiedAnswer[] {
  let [none, some] = [0, answers.length];
  while (some - none > 1) {
    const middle = (none + some) >> 1;
    if (readinessFrom(answers.slice(0, middle), bank).state === "estimated") some = middle;
    else none = middle;
  }
  return answers.slice(0, some);
}

/** How much of the gain by repeats a forecast shows, and the true gain: percentage points, means. */
export function simulateRevision(revision: Revision, learners: number, seed: number) {
  const chance = chanceFrom(seed);
  const course = { answers: 100, order: "random", habit: "guess", growth: 0 } as const;
  let [gained, shown] = [0, 0];
  for (let i = 0; i < learners; i++) {
    const bank = openBank(chance, 0, 0);
    const begun = study(bank.items, makeLearner(chance, meanAbilityFor(0.6)), course, chance);
    const revised = revise(bank.items, begun, revision, chance);
    gained += expectedScore(realExam(revised.learner, "guess")) - expectedScore(realExam(begun.learner, "guess"));
    shown += forecastFrom(revised.answers, bank).expected - forecastFrom(begun.answers, bank).expected;
  }
  return { gained: gained / learners, shown: shown / learners };
}

/** The median answer at which learners who answer in this order get their first forecast. */
export function firstEstimate(learners: number, seed: number, order: Course["order"] = "random"): number {
  const chance = chanceFrom(seed);
  const bank = openBank(chance, 0, 0);
  const course = { answers: bank.items.length, order, habit: "guess", growth: 0 } as const;
  const firsts = Array.from({ length: learners }, () => {
    const { answers } = study(bank.items, makeLearner(chance, 0), course, chance);
    return untilFirst(answers, bank).length;
  });
  return firsts.sort((a, b) => a - b)[learners >> 1] as number;
}

/** A bank that this number of learners has answered. */
function openBank(chance: Chance, before: number, mean: number): Bank {
  const items = makeBank(chance);
  const learners = Array.from({ length: before }, () => makeLearner(chance, mean));
  const facilities = items.map((item): [number, Facility] => {
    const givens = learners.map(({ abilities }) => answer(item, abilities[item.domain] as number, "guess", chance));
    return [item.id, { answers: before, points: givens.filter((given) => given === "right").length }];
  });
  return { items, facilities: new Map(facilities) };
}

function forecastFrom(answers: readonly StudiedAnswer[], bank: Bank): Forecast {
  const readiness = readinessFrom(answers, bank);
  if (readiness.state !== "estimated") throw new Error(`no estimate from ${answers.length} answers`);
  return readiness;
}

const worthOf: Readonly<Record<Given, number>> = { right: 1, wrong: 0, blank: 0, "dont-know": guessing };

function readinessFrom(answers: readonly StudiedAnswer[], bank: Bank, prior: Prior = usualPrior) {
  const questions = examQuestions.reduce<number>((sum, count) => sum + count, 0);
  return estimateReadiness(evidenceFrom(answers, bank), questions, passing, { prior });
}

function evidenceFrom(answers: readonly StudiedAnswer[], { items, facilities }: Bank): readonly DomainEvidence[] {
  const answered = new Map(answers.map((own) => [own.item.id, own]));
  const studied = ({ id }: Item): StudiedItem => {
    const own = answered.get(id);
    return {
      facility: facilities.get(id) ?? null,
      guess: guessing,
      worth: own === undefined ? null : worthOf[own.given],
      place: own?.place ?? 0,
      recall: own === undefined || own.recall === null ? null : worthOf[own.recall],
    };
  };
  const domains = weights.map((_, domain) => items.filter((item) => item.domain === domain));
  const points = pointsToday(domains.map((own) => own.map(studied)));
  return domains.map((own, domain) => {
    const given = own.filter(({ id }) => answered.has(id)).length;
    const counts = { available: own.length, closed: 0, unseen: own.length - given, answers: given };
    return { id: `${domain}`, weight: weights[domain] as number, ...counts, points: points[domain] as number };
  });
}
