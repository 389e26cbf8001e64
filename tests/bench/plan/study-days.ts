import { type Card, schedule } from "#lib/exam/scheduling";
import type { Chance } from "../forecast/chance.ts";
import type { Item, Learner } from "../forecast/world.ts";
import { answer, answersRight, begin, type Memory } from "./memory.ts";

/** Seconds that an answer takes, including reading the explanation. */
export const pace = { fresh: 108, review: 72 } as const;
const dayMs = 86_400_000;
const minuteMs = 60_000;

/** A learner in the course of a plan, with what the app knows about them. */
export interface Desk {
  readonly items: readonly Item[];
  readonly cards: Map<number, Card>;
  /** Questions answered incorrectly at least once. */
  readonly missed: Set<number>;
  /** By domain how many answers there were, and how many were right. */
  readonly answers: number[];
  readonly right: number[];
  /** Days since the plan began. */
  readonly day: number;
  /** Seconds of this day that are used up. */
  readonly spent: number;
  /** How many of this day's answers were repeats. */
  readonly reviews: number;
}

/** What to answer next; null to stop for today. */
export type Policy = (desk: Desk, seconds: number) => Item | null;

export interface Course {
  readonly days: number;
  readonly minutes: number;
}

export interface Studied {
  /** The expected score on the day of the exam, in percent, for an exam with questions like those of the bank. */
  readonly score: number;
  /** Seconds of each day. */
  readonly spent: readonly number[];
  readonly reviews: readonly number[];
}

export interface World {
  readonly items: readonly Item[];
  readonly learner: Learner;
  /** Percent of each domain. */
  readonly weights: readonly number[];
  readonly course: Course;
  /** Days after which half of what was read once is forgotten. */
  readonly halfLife: number;
}

/** Answers what a policy chooses, day after day, for as long as the minutes last. */
export function studyDays(
  { items, learner, weights, course: { days, minutes }, halfLife }: World,
  policy: Policy,
  chance: Chance,
  onDay: (desk: Desk) => void = () => {},
): Studied {
  const memories = new Map<Item, Memory>(items.map((item) => [item, begin(item, learner, chance)]));
  const zeros = () => weights.map(() => 0);
  const desk = {
    items,
    cards: new Map<number, Card>(),
    missed: new Set<number>(),
    answers: zeros(),
    right: zeros(),
    day: 0,
    spent: 0,
    reviews: 0,
  };
  const studied = { spent: [] as number[], reviews: [] as number[] };
  for (desk.day = 0; desk.day < days; desk.day++) {
    [desk.spent, desk.reviews] = [0, 0];
    onDay(desk);
    for (;;) {
      const left = 60 * minutes - desk.spent;
      const next = left < pace.review ? null : policy(desk, left);
      if (next === null) break;
      take(desk, next, memories.get(next) as Memory, halfLife, chance);
    }
    studied.spent.push(desk.spent);
    studied.reviews.push(desk.reviews);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const score = weights.reduce((sum, weight, domain) => {
    const own = items.filter((item) => item.domain === domain);
    const right = own.reduce((sum, item) => sum + answersRight(memories.get(item) as Memory, days), 0);
    return sum + (weight * right) / own.length;
  }, 0);
  return { score: (100 * score) / total, ...studied };
}

type Open = { -readonly [K in keyof Desk]: Desk[K] };

function take(desk: Open, item: Item, memory: Memory, halfLife: number, chance: Chance): void {
  const card = desk.cards.get(item.id) ?? null;
  const isRight = answer(memory, desk.day, halfLife, chance);
  desk.spent += card === null ? pace.fresh : pace.review;
  if (card !== null) desk.reviews++;
  if (!isRight) desk.missed.add(item.id);
  const at = clock(desk.day, desk.spent);
  desk.cards.set(item.id, schedule(card, { outcome: isRight ? "right" : "wrong", confidence: null, at }, "UTC"));
  desk.answers[item.domain] = (desk.answers[item.domain] as number) + 1;
  if (isRight) desk.right[item.domain] = (desk.right[item.domain] as number) + 1;
}

/** A learner begins at nine in the morning. */
export function clock(day: number, seconds: number): Date {
  return new Date(day * dayMs + 9 * 60 * minuteMs + seconds * 1000);
}
