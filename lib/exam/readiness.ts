import { quantile } from "./beta-binomial.ts";
import { type Prior, pooledForecast, usualPrior } from "./pooled-forecast.ts";
import { type Recalibration, recalibrate } from "./recalibration.ts";
import { reaches } from "./scoring.ts";
import { apportion } from "./selection.ts";

/** What a learner's first answers in one domain show. Only answers given before the key was seen count. */
export interface DomainEvidence {
  readonly id: string;
  /** Percent of the blueprint. */
  readonly weight: number;
  /** How many questions the bank has. */
  readonly available: number;
  /** How many of them belong to an exam that is in progress: they count only when it ends. */
  readonly closed: number;
  /** How many of the others have a key that the learner has not seen: they can still become first answers. */
  readonly unseen: number;
  /** First answers, including blanks in finished exams. */
  readonly answers: number;
  /** Their worth today, from 0 to `answers`: points-today.ts. */
  readonly points: number;
}

/** What an installation has learnt about an exam's learners, if an operator has decided to use it. */
export interface ForecastFit {
  readonly prior?: Prior;
  readonly recalibration?: Recalibration | null;
}

/** With fewer first answers than this, over all domains, there is no forecast. */
export const fewestAnswers = 30;

/**
 * A domain of at least 5 % of the exam that has fewer first answers than this holds the forecast back. Learners do not
 * leave out domains at random: 70% in the strongest domain looks like 70% in the weakest one, and a forecast from
 * either was up to 6 points off (docs/readiness.md).
 */
export const fewestInDomain = 3;
const lightestDomain = 5;

/** A domain with too few first answers. */
export interface ThinDomain {
  readonly id: string;
  /** How many first answers it still needs. */
  readonly missing: number;
}

/** Why more answers would not lead to a forecast now. */
export type Obstacle = "small-bank" | "running-exam" | "too-few-unseen";

export type Readiness =
  | {
      readonly state: "too-few";
      /** How many first answers are missing, including those in `thin`. */
      readonly missing: number;
      readonly thin: readonly ThinDomain[];
      readonly answers: number;
      /** Null when answering more questions is enough. */
      readonly obstacle: Obstacle | null;
    }
  | {
      readonly state: "estimated";
      /** From 0 to 1. */
      readonly passProbability: number;
      /** The expected score, in percent. */
      readonly expected: number;
      /** Nine of ten exams would score between these two, in percent. */
      readonly from: number;
      readonly to: number;
      readonly answers: number;
    };

/**
 * Estimates whether the learner would pass an exam of `questions` questions, drawn by the blueprint, today. `passing` is the cut
 * score in percent. pooled-forecast.ts has the formula. The interval is that of the score itself: it includes both the
 * uncertainty about the learner and the luck of the draw.
 *
 * Assumes that the questions of the bank are like those of the exam. How well it holds is measured in
 * docs/readiness.md.
 */
export function estimateReadiness(
  domains: readonly DomainEvidence[],
  questions: number,
  passing: number,
  { prior = usualPrior, recalibration = null }: ForecastFit = {},
): Readiness {
  const counted = domains.filter((domain) => domain.weight > 0);
  const answers = sum(counted.map((domain) => domain.answers));
  const thin = thinDomains(counted);
  const missing = Math.max(fewestAnswers - answers, sum(thin.map((domain) => domain.missing)));
  if (missing > 0) return { state: "too-few", missing, thin, answers, obstacle: obstacleOf(counted, thin, missing) };
  const percent = (count: number) => (100 * count) / questions;
  const shares = apportion(
    questions,
    counted.map((domain) => domain.weight),
    counted.map(() => questions),
  );
  const right = pooledForecast(
    counted.map((domain, i) => ({ ...domain, questions: shares[i] as number })),
    prior,
  );
  // Compared as lib/exam/scoring.ts does: the unrounded percentage.
  const passProbability = Math.min(1, sum(right.filter((_, count) => reaches(percent(count), passing))));
  return {
    state: "estimated",
    passProbability: recalibration === null ? passProbability : recalibrate(passProbability, recalibration),
    expected: percent(right.reduce((total, likelihood, count) => total + count * likelihood, 0)),
    from: percent(quantile(right, 0.05)),
    to: percent(quantile(right, 0.95)),
    answers,
  };
}

/** A domain never asks for impossible answers: when all its keys have been seen, it does not hold back the forecast. */
function thinDomains(domains: readonly DomainEvidence[]): readonly ThinDomain[] {
  const total = sum(domains.map(({ weight }) => weight));
  return domains.flatMap(({ id, weight, answers, unseen, closed }) => {
    if (100 * weight < lightestDomain * total) return [];
    const missing = Math.min(fewestInDomain - answers, unseen + closed);
    return missing > 0 ? [{ id, missing }] : [];
  });
}

function obstacleOf(domains: readonly DomainEvidence[], thin: readonly ThinDomain[], missing: number): Obstacle | null {
  if (sum(domains.map((domain) => domain.available)) < fewestAnswers) return "small-bank";
  const isCovered = thin.every((own) => own.missing <= (domains.find(({ id }) => id === own.id)?.unseen ?? 0));
  if (isCovered && sum(domains.map((domain) => domain.unseen)) >= missing) return null;
  return domains.some((domain) => domain.closed > 0) ? "running-exam" : "too-few-unseen";
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
