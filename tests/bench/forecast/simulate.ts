import { type DomainEvidence, estimateReadiness, fewestAnswers } from "#lib/exam/readiness";
import { chanceFrom } from "./chance.ts";
import { type Case, type Measures, measure, realExam } from "./measure.ts";
import { type Course, type FirstAnswer, study } from "./study.ts";
import { examQuestions, guessing, makeBank, makeLearner, meanAbilityFor, weights } from "./world.ts";

export interface Scenario extends Course {
  readonly name: string;
  /** Mean score of the population, in percent. */
  readonly populationMean: number;
}

/** The cut score, in percent. */
const passing = 70;
/** So many learners share a bank. */
const learnersOfBank = 20;

/** What the estimator says of simulated learners, held against the exams they would sit. */
export function simulate(scenario: Scenario, learners: number, seed: number): Measures {
  const chance = chanceFrom(seed);
  const mean = meanAbilityFor(scenario.populationMean / 100);
  let bank = makeBank(chance);
  const cases: Case[] = [];
  for (let i = 0; i < learners; i++) {
    if (i % learnersOfBank === 0) bank = makeBank(chance);
    const { answers, learner } = study(bank, makeLearner(chance, mean), scenario, chance);
    const right = answers.filter(({ given }) => given === "right").length;
    cases.push({
      forecast: forecastFrom(answers),
      exam: realExam(learner, scenario.habit),
      rawPercent: (100 * right) / answers.length,
    });
  }
  return measure(cases, passing);
}

/** At which answer a learner who answers in random order gets a first estimate: the median. */
export function firstEstimate(learners: number, seed: number): number {
  const chance = chanceFrom(seed);
  const bank = makeBank(chance);
  const course = { answers: bank.length, order: "random", habit: "guess", growth: 0 } as const;
  const firsts = Array.from({ length: learners }, () => {
    const { answers } = study(bank, makeLearner(chance, 0), course, chance);
    let count = 1;
    while (readinessFrom(answers.slice(0, count)).state === "too-few") count++;
    return count;
  });
  return firsts.sort((a, b) => a - b)[learners >> 1] as number;
}

function forecastFrom(answers: readonly FirstAnswer[]) {
  const readiness = readinessFrom(answers);
  if (readiness.state !== "estimated")
    throw new Error(`no estimate from ${answers.length} answers, ${fewestAnswers} should do`);
  return readiness;
}

function readinessFrom(answers: readonly FirstAnswer[]) {
  const total = examQuestions.reduce<number>((sum, count) => sum + count, 0);
  return estimateReadiness(
    weights.map((weight, domain) => evidenceOf(domain, weight, answers)),
    total,
    passing,
  );
}

function evidenceOf(domain: number, weight: number, answers: readonly FirstAnswer[]): DomainEvidence {
  const own = answers.filter(({ item }) => item.domain === domain);
  const worth = { right: 1, wrong: 0, blank: 0, "dont-know": guessing };
  return {
    id: `domain ${domain}`,
    weight,
    available: own.length,
    closed: 0,
    unseen: 0,
    answers: own.length,
    points: own.reduce((sum, { given }) => sum + worth[given], 0),
  };
}
