import { betaBinomial, convolve, quantile } from "./beta-binomial.ts";
import { reaches } from "./scoring.ts";
import { apportion } from "./selection.ts";

/** What the first answers to the questions of one domain say. Only answers given before the key was seen count. */
export interface DomainEvidence {
  readonly id: string;
  /** Percent of the blueprint. */
  readonly weight: number;
  /** How many questions the bank has. */
  readonly available: number;
  /** How many of them an exam that is being sat asks: nothing of them counts until it ends. */
  readonly closed: number;
  /** How many of the others the learner has not seen the key of: they can still become first answers. */
  readonly unseen: number;
  readonly answers: number;
  /** Sum of the points of those answers, each from 0 to 1. */
  readonly points: number;
}

/** Fewer first answers than this, over all domains, make no estimate. */
export const fewestAnswers = 30;
/** And fewer than this in any one domain, unless the bank has fewer. */
export const fewestInDomain = 5;

/** Why more answers would not make an estimate now. */
export type Obstacle = "small-bank" | "running-exam" | "too-few-unseen";

export type Readiness =
  | {
      readonly state: "too-few";
      /** How many first answers are missing in all, at least. */
      readonly missing: number;
      /** Domains that need more, with how many. */
      readonly domains: readonly { readonly id: string; readonly missing: number }[];
      readonly answers: number;
      /** Null when answering more questions is all that it takes. */
      readonly obstacle: Obstacle | null;
    }
  | {
      readonly state: "estimated";
      /** From 0 to 1. */
      readonly passProbability: number;
      /** Percent of the exam's points to be expected. */
      readonly expected: number;
      /** Nine of ten exams would lie between the two, in percent. */
      readonly from: number;
      readonly to: number;
      readonly answers: number;
    };

/**
 * Whether the learner would pass an exam of `questions` questions drawn by the blueprint, if it were sat now.
 *
 * In each domain the share of right answers is taken as unknown with Jeffreys' prior, Beta(1/2, 1/2) (Brown, Cai and
 * DasGupta, 2001, "Interval Estimation for a Binomial Proportion"), so that after `points` of `answers` it is
 * Beta(points + 1/2, answers - points + 1/2). The number right among a domain's questions is then beta-binomial, and the
 * exam's score the sum over the domains, computed exactly. The interval is of the score itself: it holds both what is
 * not known of the learner and the luck of the draw.
 *
 * Assumes that the answered questions are like the exam's, that domains are independent, and that nothing was learnt or
 * forgotten since. Partial points count as they are, which narrows the interval a little.
 */
export function estimateReadiness(domains: readonly DomainEvidence[], questions: number, passing: number): Readiness {
  const counted = domains.filter((domain) => domain.weight > 0);
  const answers = sum(counted.map((domain) => domain.answers));
  const lacking = counted.flatMap((domain) => {
    const missing = neededIn(domain) - domain.answers;
    return missing > 0 ? [{ id: domain.id, missing }] : [];
  });
  const missing = Math.max(fewestAnswers - answers, sum(lacking.map((domain) => domain.missing)));
  if (missing > 0) return { state: "too-few", missing, domains: lacking, answers, obstacle: obstacleOf(counted) };
  const shares = apportion(
    questions,
    counted.map((domain) => domain.weight),
    counted.map(() => questions),
  );
  const right = counted
    .map((domain, i) => betaBinomial(shares[i] as number, domain.points + 0.5, domain.answers - domain.points + 0.5))
    .reduce(convolve, [1]);
  const percent = (count: number) => (100 * count) / questions;
  return {
    state: "estimated",
    // As lib/exam/scoring.ts compares: on the unrounded share.
    passProbability: Math.min(1, sum(right.filter((_, count) => reaches(percent(count), passing)))),
    expected: percent(right.reduce((total, likelihood, count) => total + count * likelihood, 0)),
    from: percent(quantile(right, 0.05)),
    to: percent(quantile(right, 0.95)),
    answers,
  };
}

function neededIn({ available }: DomainEvidence): number {
  return Math.min(fewestInDomain, available);
}

function obstacleOf(domains: readonly DomainEvidence[]): Obstacle | null {
  if (sum(domains.map((domain) => domain.available)) < fewestAnswers) return "small-bank";
  if (domains.some((domain) => domain.closed > 0)) return "running-exam";
  const possible = (domain: DomainEvidence) => domain.answers + domain.unseen;
  const isPossible =
    sum(domains.map(possible)) >= fewestAnswers && domains.every((domain) => possible(domain) >= neededIn(domain));
  return isPossible ? null : "too-few-unseen";
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
