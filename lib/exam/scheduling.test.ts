import fc from "fast-check";
import { default_w, fsrs } from "ts-fsrs";
import { describe, expect, it } from "vitest";
import {
  type Card,
  gainOfReview,
  type Outcome,
  type Review,
  replay as replayIn,
  schedule as scheduleIn,
} from "./scheduling.ts";

const schedule = (card: Card | null, given: Review) => scheduleIn(card, given, "UTC");
const replay = (reviews: readonly Review[]) => replayIn(reviews, "UTC");

const start = new Date("2026-11-25T08:00:00Z");
const dayMs = 24 * 60 * 60 * 1000;
const dayAfter = (days: number) => new Date(start.getTime() + days * dayMs);
const review = (outcome: Outcome, days = 0, confidence: Review["confidence"] = null): Review => ({
  outcome,
  confidence,
  at: dayAfter(days),
});
/** The chance to recall at `at`, from 0 to 1, by the forgetting curve of FSRS. */
const recallOf = (card: Card, at: Date) =>
  fsrs().forgetting_curve((at.getTime() - card.reviewedAt.getTime()) / dayMs, card.stability);
const daysUntil = (card: Card) => (card.dueAt.getTime() - card.reviewedAt.getTime()) / dayMs;

describe("the retention that a learner wants", () => {
  const daysAt = (retention: number) =>
    daysUntil(scheduleIn(null, review("right"), "UTC", { retention, weights: null }));

  it("brings a question back when the chance of recall has fallen to it", () => {
    // By hand: a stability of 2.3065 days and w20 = 0.1542 give (0.8^(-1/0.1542) - 1) / (0.9^(-1/0.1542) - 1) = 3.32 times the days.
    expect(daysAt(0.9)).toBe(2);
    expect(daysAt(0.8)).toBe(8);
    expect(daysAt(0.95)).toBe(1);
  });

  it("goes by the weights that are given", () => {
    const weights = [...default_w];
    weights[2] = 10;
    expect(daysUntil(scheduleIn(null, review("right"), "UTC", { retention: 0.9, weights }))).toBe(10);
  });
});

describe("the gain of a review", () => {
  const card = schedule(null, review("right"));

  it("is all that was forgotten, right after it", () => {
    expect(gainOfReview(card, dayAfter(6), dayAfter(6))).toBeCloseTo(1 - recallOf(card, dayAfter(6)), 6);
  });

  it("is that of the card after it, right or missed, by the chance of each", () => {
    const recall = recallOf(card, dayAfter(10));
    const [right, missed] = (["right", "wrong"] as const).map((outcome) => schedule(card, review(outcome, 10)));
    const then = (one: Card | undefined) => recallOf(one as Card, dayAfter(20));
    const expected = recall * then(right) + (1 - recall) * then(missed) - then(card);
    expect(gainOfReview(card, dayAfter(10), dayAfter(20))).toBeCloseTo(expected, 1);
  });

  it("is small for what was answered a moment ago", () => {
    expect(gainOfReview(card, dayAfter(0), dayAfter(10))).toBeLessThan(0.02);
  });
});

describe("scheduling", () => {
  it("asks again in ten minutes for what was missed, in days for what was right", () => {
    expect(schedule(null, review("wrong")).dueAt).toEqual(new Date("2026-11-25T08:10:00Z"));
    expect(daysUntil(schedule(null, review("right")))).toBeGreaterThanOrEqual(1);
  });

  it("trusts a sure answer longest and a right guess not at all", () => {
    const days = (["unsure", null, "sure"] as const).map((confidence) =>
      daysUntil(schedule(null, review("right", 0, confidence))),
    );
    expect(days[0]).toBe(days[1]);
    expect(days[1]).toBeLessThan(days[2] as number);
    expect(schedule(null, review("right", 0, "guess"))).toEqual(schedule(null, review("wrong")));
    const known = schedule(null, review("right"));
    expect(schedule(known, review("right", 5, "guess"))).toEqual(schedule(known, review("wrong", 5)));
    expect(schedule(null, review("wrong", 0, "sure"))).toEqual(schedule(null, review("wrong", 0, "guess")));
  });

  it.each([
    // Ten minutes of one evening: across midnight in UTC, and across midnight of the learner's clock.
    ["2026-11-25T23:55:00Z", "2026-11-26T00:05:00Z", "America/New_York"],
    ["2026-11-25T23:55:00Z", "2026-11-26T00:05:00Z", "UTC"],
    ["2026-11-25T22:55:00Z", "2026-11-25T23:05:00Z", "Europe/Berlin"],
  ])("takes no night to have passed between %s and %s in %s", (missed, known, timeZone) => {
    const answers = (wrong: string, right: string): readonly Review[] => [
      { outcome: "wrong", confidence: null, at: new Date(wrong) },
      { outcome: "right", confidence: null, at: new Date(right) },
    ];
    const noon = replayIn(answers("2026-11-25T12:00:00Z", "2026-11-25T12:10:00Z"), "UTC");
    expect(replayIn(answers(missed, known), timeZone)?.stability).toBe(noon?.stability);
    const nextDay = replayIn(answers("2026-11-25T12:00:00Z", "2026-11-26T12:00:00Z"), "UTC");
    expect(nextDay?.stability).toBeGreaterThan(2 * (noon?.stability as number));
  });

  it("lengthens the interval with each recall when due, and shortens it after a lapse", () => {
    let card = schedule(null, review("right"));
    const intervals = [daysUntil(card)];
    for (let i = 0; i < 4; i++) {
      card = schedule(card, { ...review("right"), at: card.dueAt });
      intervals.push(daysUntil(card));
    }
    expect(intervals).toEqual([...intervals].sort((a, b) => a - b));
    const lapsed = schedule(card, { ...review("wrong"), at: card.dueAt });
    expect(lapsed).toMatchObject({ state: "relearning", lapses: 1, reviews: 6 });
    const again = schedule(lapsed, { ...review("right"), at: lapsed.dueAt });
    expect(daysUntil(again)).toBeLessThan(intervals.at(-1) as number);
  });

  it("never waits much longer than a year", () => {
    let card = schedule(null, review("right", 0, "sure"));
    for (let i = 0; i < 12; i++) card = schedule(card, { ...review("right", 0, "sure"), at: card.dueAt });
    expect(daysUntil(card)).toBeLessThan(370);
  });

  it("begins a card for a blank as missed, but sets none back", () => {
    expect(schedule(null, review("blank"))).toEqual(schedule(null, review("wrong")));
    const known = schedule(null, review("right"));
    expect(schedule(known, review("blank", 1))).toBe(known);
  });

  it("gives the same card for the same answers, in any order of arrival and one by one", () => {
    const reviews = fc.array(
      fc.record({
        outcome: fc.constantFrom<Outcome>("right", "wrong", "blank"),
        confidence: fc.constantFrom<Review["confidence"]>("guess", "unsure", "sure", null),
        at: fc.integer({ min: 0, max: 400_000 }).map((minutes) => new Date(start.getTime() + minutes * 60_000)),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(reviews, (made) => {
        const distinct = [...new Map(made.map((one) => [one.at.getTime(), one])).values()];
        const inOrder = [...distinct].sort((a, b) => a.at.getTime() - b.at.getTime());
        const stored = (card: Card | null): Card | null =>
          card === null
            ? null
            : {
                ...card,
                ...JSON.parse(JSON.stringify(card)),
                dueAt: new Date(card.dueAt.toISOString()),
                reviewedAt: new Date(card.reviewedAt.toISOString()),
              };
        const oneByOne = inOrder.reduce<Card | null>((card, each) => schedule(stored(card), each), null);
        expect(replay([...distinct].reverse())).toEqual(oneByOne);
        expect(replay(inOrder)).toEqual(oneByOne);
      }),
    );
  });

  it("makes no card of nothing", () => expect(replay([])).toBeNull());
});
