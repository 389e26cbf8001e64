import { type Card as FsrsCard, type Grade, Rating, State } from "ts-fsrs";
import { localDay, localTime } from "./local-time.ts";
import { type MemoryModel, schedulerOf, usualMemory } from "./memory-model.ts";

/** How an answer went. Only a fully correct answer is right; "I don't know" is wrong; blank is an item left empty in an exam. */
export type Outcome = "right" | "wrong" | "blank";

/** One answer to a question, as the memory model sees it. */
export interface Review {
  readonly outcome: Outcome;
  /** How sure the learner was, stated before they saw the key. */
  readonly confidence: "guess" | "unsure" | "sure" | null;
  readonly at: Date;
}

/** How well a learner remembers one question. */
export interface Card {
  readonly state: "learning" | "review" | "relearning";
  readonly dueAt: Date;
  readonly reviewedAt: Date;
  /** Days until the chance of recall falls to 0.9. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  readonly scheduledDays: number;
  /** The next learning step. */
  readonly step: number;
  readonly reviews: number;
  /** How often it was forgotten after being known. */
  readonly lapses: number;
}

const dayMs = 24 * 60 * 60 * 1000;
const states = { learning: State.Learning, review: State.Review, relearning: State.Relearning } as const;

/**
 * The card after one more answer. A blank starts a card as missed, so that it comes up, but never sets a card back: time may
 * have run out. FSRS counts days in `timeZone`, the learner's. If `review.at` is before `card.reviewedAt`, use `replay`.
 */
export function schedule(card: Card | null, review: Review, timeZone: string, model: MemoryModel = usualMemory): Card {
  if (card !== null && review.outcome === "blank") return card;
  const at = localTime(review.at, timeZone);
  const { card: next } = schedulerOf(model).next(
    card === null ? newCard(at) : toFsrs(card, timeZone),
    at,
    ratingOf(review),
  );
  return {
    state: next.state === State.Learning ? "learning" : next.state === State.Relearning ? "relearning" : "review",
    dueAt: new Date(review.at.getTime() + next.due.getTime() - at.getTime()),
    reviewedAt: review.at,
    stability: next.stability,
    difficulty: next.difficulty,
    scheduledDays: next.scheduled_days,
    step: next.learning_steps,
    reviews: next.reps,
    lapses: next.lapses,
  };
}

/** The card that results from all answers to a question, in any order of arrival; null without answers. */
export function replay(reviews: readonly Review[], timeZone: string, model: MemoryModel = usualMemory): Card | null {
  const inOrder = [...reviews].sort((a, b) => a.at.getTime() - b.at.getTime());
  return inOrder.reduce<Card | null>((card, review) => schedule(card, review, timeZone, model), null);
}

/**
 * How much a review at `at` raises the chance of recall at `until`, from 0 to 1, by the memory model of FSRS. The review
 * succeeds with the chance of recall at that time; if it fails, the stability after the lapse counts.
 */
export function gainOfReview(card: Card, at: Date, until: Date, model: MemoryModel = usualMemory): number {
  const scheduler = schedulerOf(model);
  const days = (from: Date, to: Date) => Math.max(0, (to.getTime() - from.getTime()) / dayMs);
  const { stability, difficulty, reviewedAt } = card;
  const recall = scheduler.forgetting_curve(days(reviewedAt, at), stability);
  const right = scheduler.next_recall_stability(difficulty, stability, recall, Rating.Good);
  const missed = scheduler.next_forget_stability(difficulty, stability, recall);
  const left = days(at, until);
  return (
    recall * scheduler.forgetting_curve(left, right) +
    (1 - recall) * scheduler.forgetting_curve(left, missed) -
    scheduler.forgetting_curve(days(reviewedAt, until), stability)
  );
}

/**
 * The chance of recall, from 0 to 1, at `at`, by the memory model. Null on the day of the last answer, counted in `timeZone`, the
 * learner's: what is repeated within a day says nothing of forgetting.
 */
export function recallOf(card: Card, at: Date, timeZone: string, model: MemoryModel): number | null {
  const days = localDay(at, timeZone) - localDay(card.reviewedAt, timeZone);
  return days < 1 ? null : schedulerOf(model).forgetting_curve(days, card.stability);
}

/** A correct guess was not knowledge: it counts as missed. */
export function ratingOf({ outcome, confidence }: Review): Grade {
  if (outcome !== "right" || confidence === "guess") return Rating.Again;
  return confidence === "sure" ? Rating.Easy : Rating.Good;
}

function newCard(at: Date): FsrsCard {
  return {
    due: at,
    stability: 0,
    difficulty: 0,
    elapsed_days: 0,
    scheduled_days: 0,
    learning_steps: 0,
    reps: 0,
    lapses: 0,
    state: State.New,
  };
}

function toFsrs(card: Card, timeZone: string): FsrsCard {
  return {
    due: localTime(card.dueAt, timeZone),
    stability: card.stability,
    difficulty: card.difficulty,
    elapsed_days: 0,
    scheduled_days: card.scheduledDays,
    learning_steps: card.step,
    reps: card.reviews,
    lapses: card.lapses,
    state: states[card.state],
    last_review: localTime(card.reviewedAt, timeZone),
  };
}
