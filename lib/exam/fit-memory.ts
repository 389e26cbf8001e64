import { default_w } from "ts-fsrs";
import { asInUtc } from "./local-time.ts";
import { type MemoryModel, usualMemory } from "./memory-model.ts";
import { type Card, type Review, ratingOf, recallOf, schedule } from "./scheduling.ts";

/** All answers of one learner to one question, the oldest first. */
export interface ReviewHistory {
  readonly learnerId: string;
  readonly timeZone: string;
  readonly reviews: readonly Review[];
}

/** With fewer reviews the published weights are the better guess. */
export const fewestReviews = 5_000;

/**
 * The places of the weights that are fitted: the stability after a first answer (0 to 3), how fast it grows with a correct
 * answer (8) and is lost with a missed one (11), and the slope of forgetting (20). The others stay as published: a few thousand
 * reviews say little about them.
 */
const fitted = [0, 1, 2, 3, 8, 11, 20] as const;
/** How far a weight may move from the published one, as a factor. */
const furthest = 8;

/**
 * The weights of FSRS under which the recalls and lapses of all these histories are most likely, by pattern search (Hooke and
 * Jeeves, 1961) in the logarithms of the fitted weights. What is judged is what fsrs-optimizer judges: each answer on a later
 * day than the one before, by the chance of recall that was predicted for it.
 */
export function fitMemory(given: readonly ReviewHistory[]): readonly number[] {
  const histories = given.map(asInOneZone);
  let best: readonly number[] = fitted.map(() => 0);
  let least = lossOf(histories, weightsAt(best));
  for (let step = 0.5; step > 0.1; step /= 2)
    for (let isMoved = true; isMoved; ) {
      isMoved = false;
      for (const axis of fitted.keys())
        for (const sign of [-1, 1]) {
          const next = best.map((place, i) => (i === axis ? place + sign * step : place));
          if (Math.abs(next[axis] as number) > Math.log(furthest)) continue;
          const loss = lossOf(histories, weightsAt(next));
          if (loss >= least - 1e-5) continue;
          [best, least, isMoved] = [next, loss, true];
        }
    }
  return weightsAt(best);
}

/** Mean negative log likelihood of the judged answers of learners that the weights were not fitted to, by two-fold cross-validation. */
export function heldOutMemoryLoss(histories: readonly ReviewHistory[]): {
  readonly usual: number;
  readonly fitted: number;
} {
  const learners = [...new Set(histories.map(({ learnerId }) => learnerId))].sort();
  const half = new Map(learners.map((learnerId, i) => [learnerId, i % 2]));
  const halves = [0, 1].map((own) => histories.filter(({ learnerId }) => half.get(learnerId) === own));
  const judged = halves.map((own, i) => judge(own, fitMemory(halves[1 - i] ?? [])));
  const sum = judged.reduce((all, { loss }) => all + loss, 0);
  return { usual: lossOf(histories, default_w), fitted: sum / countReviews(histories) };
}

/** How many answers are judged: those on a later day than the answer before. */
export function countReviews(histories: readonly ReviewHistory[]): number {
  return judge(histories, default_w).count;
}

function lossOf(histories: readonly ReviewHistory[], weights: readonly number[]): number {
  const { loss, count } = judge(histories, weights);
  return count === 0 ? 0 : loss / count;
}

/** Every weight that is tried counts the same days again. */
function asInOneZone({ reviews, timeZone, ...history }: ReviewHistory): ReviewHistory {
  const moved = reviews.map((review) => ({ ...review, at: asInUtc(review.at, timeZone) }));
  return { ...history, timeZone: "UTC", reviews: moved };
}

interface Judged {
  /** Negative log likelihood. */
  readonly loss: number;
  readonly count: number;
}

function judge(histories: readonly ReviewHistory[], weights: readonly number[]): Judged {
  const model: MemoryModel = { ...usualMemory, weights };
  let [loss, count] = [0, 0];
  for (const { reviews, timeZone } of histories) {
    let card: Card | null = null;
    for (const review of reviews) {
      // Time may have run out before a blank: it says nothing of memory.
      const recall = card === null || review.outcome === "blank" ? null : recallOf(card, review.at, timeZone, model);
      if (recall !== null) {
        count++;
        loss -= Math.log(isRecalled(review) ? bounded(recall) : 1 - bounded(recall));
      }
      card = schedule(card, review, timeZone, model);
    }
  }
  return { loss, count };
}

function isRecalled(review: Review): boolean {
  return ratingOf(review) > 1;
}

function bounded(share: number): number {
  return Math.min(0.9999, Math.max(0.0001, share));
}

function weightsAt(place: readonly number[]): readonly number[] {
  const moves = new Map<number, number>(fitted.map((weight, i) => [weight, place[i] as number]));
  return default_w.map((weight, i) => weight * Math.exp(moves.get(i) ?? 0));
}
