import { type Chance, chanceFrom } from "./chance.ts";
import { passing, realExam, shareOf } from "./measure.ts";
import type { Scenario } from "./simulate.ts";
import { ranking } from "./study.ts";
import { bankQuestions, guessing, type Learner, makeLearner, meanAbilityFor, shareKnown } from "./world.ts";

/**
 * The calibration error that no estimator can go below in both of two courses of study, whatever it knows of the
 * simulation except which of the two it looks at.
 *
 * The error is a sum of distances over classes of the forecast p, so in each course it is at least |E(p) − B| with the
 * share B of learners who pass. A forecast from 0 to 1 that is a function of the answers differs in its mean between two
 * courses by at most the total variation distance of the answers (Levin, Peres and Wilmer, "Markov Chains and Mixing
 * Times", 2009, 4.1). So the larger error is at least (B₁ − B₂ − TV)/2.
 *
 * Both courses go through one domain after the other, without item difficulties: then the numbers of right answers in
 * each domain say all that the answers say.
 */
export function leastError(one: Scenario, other: Scenario, seed: number, draws = 12_000) {
  const chance = chanceFrom(seed);
  const [a, b] = [coursesOf(one, chance), coursesOf(other, chance)];
  const distance = totalVariation(a, b, one.answers, draws, chance);
  const passed = a.passed - b.passed;
  return { passed, distance, error: Math.max(0, (passed - distance) / 2) };
}

interface Courses {
  /** The chances of right answers in the domains of simulated learners, in the order in which they study them. */
  readonly chances: readonly (readonly number[])[];
  /** The share that would pass the exam. */
  readonly passed: number;
}

const simulated = 2_000;

function coursesOf({ order, populationMean }: Scenario, chance: Chance): Courses {
  const mean = meanAbilityFor(populationMean / 100);
  const learners = Array.from({ length: simulated }, () => makeLearner(chance, mean));
  const passes = learners.map((learner) => shareOf(realExam(learner, "guess"), (score) => score >= passing));
  return {
    chances: learners.map((learner) => inOrder(learner, order, chance)),
    passed: passes.reduce((sum, share) => sum + share, 0) / simulated,
  };
}

function inOrder(learner: Learner, order: Scenario["order"], chance: Chance): readonly number[] {
  const rank = ranking(order, learner, chance);
  return learner.abilities
    .map((ability, domain) => ({ ability, rank: rank({ id: 0, domain, slope: 1, difficulty: 0 }) }))
    .sort((x, y) => x.rank - y.rank)
    .map(({ ability }) => guessing + (1 - guessing) * shareKnown(ability));
}

/** E over the answers of the first of (1 − likelihood under the second / likelihood under the first), where positive. */
function totalVariation(a: Courses, b: Courses, answers: number, draws: number, chance: Chance): number {
  let total = 0;
  for (let draw = 0; draw < draws; draw++) {
    // Which domains come first does not matter: they differ only in the number of their questions.
    const counts = answersInOrder(chance.shuffle(bankQuestions), answers);
    const learner = a.chances[Math.floor(chance.uniform() * simulated)] as readonly number[];
    const right = counts.map((count, i) => {
      let sum = 0;
      for (let k = 0; k < count; k++) sum += Number(chance.uniform() < (learner[i] as number));
      return sum;
    });
    total += Math.max(0, 1 - likelihood(b, counts, right) / likelihood(a, counts, right));
  }
  return total / draws;
}

function answersInOrder(questions: readonly number[], answers: number): readonly number[] {
  const counts: number[] = [];
  let left = answers;
  for (const count of questions) {
    if (left === 0) break;
    counts.push(Math.min(count, left));
    left -= Math.min(count, left);
  }
  return counts;
}

function likelihood({ chances }: Courses, counts: readonly number[], right: readonly number[]): number {
  let total = 0;
  for (const own of chances) {
    let log = 0;
    for (let i = 0; i < counts.length; i++) {
      const share = own[i] as number;
      log +=
        (right[i] as number) * Math.log(share) + ((counts[i] as number) - (right[i] as number)) * Math.log(1 - share);
    }
    total += Math.exp(log);
  }
  return total;
}
