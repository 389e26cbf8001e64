import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Card, replay } from "./scheduling.ts";
import { type PlanState, planStudy } from "./study-plan.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** 1 January 2026, a Thursday. */
const today = Date.UTC(2026, 0, 1) / dayMs;
const everyDay = [0, 1, 2, 3, 4, 5, 6];
const terms = { today, examDay: today + 10, weekdays: everyDay, minutesPerDay: 20, timeZone: "UTC", minutesToday: 0 };
const domains = [
  { id: "a", weight: 60, unseen: 100, answers: 0, right: 0 },
  { id: "b", weight: 40, unseen: 100, answers: 0, right: 0 },
];
const state: PlanState = { terms, pace: { fresh: 100, review: 50 }, cards: [], domains, mock: null };
const answered = (daysAgo: number, outcome: "right" | "wrong" = "right"): Card =>
  replay([{ outcome, confidence: null, at: new Date((today - daysAgo) * dayMs + dayMs / 2) }], "UTC") as Card;
const known = (questionId: string, card: Card, isMissed = true) => ({ questionId, card, domain: "a", isMissed });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("planStudy", () => {
  const few = domains.map((domain) => ({ ...domain, unseen: 8 }));

  it("shares a day of new questions by weight", () => {
    // 20 minutes are 1,200 seconds. Nothing was answered, so half are taken to be wrong: 100 + 25 seconds each: 9.
    // Of 9 by 60 and 40: 5.4 and 3.6.
    expect(planStudy(state)[0]).toMatchObject({ fresh: [5, 4], reviews: [], minutes: (9 * 125) / 60 });
  });

  it("gives more new questions to the domain with more mistakes", () => {
    // Wrong: (1 - 9/10) of a and (1 - 1/10) of b: gaps of 60 x 0.1 and 40 x 0.9.
    // Of all, 1 - 9/18 are wrong: again 125 seconds each and 9 in all, 9 x 6/42 = 1.29 of them of a.
    const uneven = domains.map((domain, d) => ({ ...domain, answers: 8, right: d === 0 ? 8 : 0 }));
    expect(planStudy({ ...state, domains: uneven })[0]?.fresh).toEqual([1, 8]);
  });

  it("plans study days alone, up to the day before the exam", () => {
    const days = planStudy({ ...state, terms: { ...terms, weekdays: [0, 6] } }).map(({ day }) => day - today);
    expect(days).toEqual([2, 3, 9]);
    expect(planStudy({ ...state, terms: { ...terms, examDay: today } })).toEqual([]);
  });

  it("asks nothing new on the last two days, but reviews what that helps most, due or not", () => {
    const cards = [9, 3, 6].map((daysAgo) => known(`${daysAgo}`, answered(daysAgo)));
    const [day] = planStudy({ ...state, cards, terms: { ...terms, examDay: today + 2 } });
    expect(day).toMatchObject({ fresh: [0, 0], reviews: ["9", "6", "3"] });
  });

  it("spreads what is new over the days, gives reviews the rest, and takes the time that is gone off today", () => {
    const cards = Array.from({ length: 100 }, (_, i) => known(`q${i}`, answered(20)));
    // 16 new questions on 8 of 10 days are 2 a day, at 125 seconds; in the 950 seconds left fit 19 reviews at 50.
    expect(planStudy({ ...state, cards, domains: few })[0]).toMatchObject({ reviews: { length: 19 }, fresh: [1, 1] });
    const spent = { ...terms, minutesToday: 20 };
    const [first, second] = planStudy({ ...state, cards, domains: few, terms: spent });
    expect(first).toMatchObject({ reviews: [], fresh: [0, 0], minutes: 0 });
    expect(second?.reviews.length).toBeGreaterThan(10);
  });

  it("lets new questions come before reviews where time is short", () => {
    const cards = Array.from({ length: 100 }, (_, i) => known(`q${i}`, answered(20)));
    // 1,200 seconds are 9 new questions at 125; of the 75 left one review takes 50.
    expect(planStudy({ ...state, cards })[0]).toMatchObject({ reviews: { length: 0 }, fresh: [5, 4] });
  });

  it("reviews what is not due where nothing is new and that helps", () => {
    const cards = [known("known", answered(1))];
    const none = domains.map((domain) => ({ ...domain, unseen: 0 }));
    expect(planStudy({ ...state, cards, domains: none })[0]?.reviews).toEqual(["known"]);
  });

  it("reviews what was missed once before what was not, though that fades sooner", () => {
    const cards = [known("right", answered(9), false), known("missed", answered(3))];
    // Nothing was answered but these: a third of what was right was guessed.
    const none = domains.map((domain) => ({ ...domain, unseen: 0 }));
    const reviewsOf = (all: typeof cards) => planStudy({ ...state, cards: all, domains: none })[0]?.reviews;
    expect(reviewsOf(cards)).toEqual(["missed", "right"]);
    expect(reviewsOf(cards.map((each) => ({ ...each, isMissed: true })))).toEqual(["right", "missed"]);
  });

  it("reviews a card on the day that it is due, not before", () => {
    const cards = [known("known", answered(1))];
    const planned = planStudy({ ...state, cards, domains: few }).map(({ reviews }) => reviews.includes("known"));
    // Right once: due two days after the answer, which is tomorrow.
    expect(planned.slice(0, 2)).toEqual([false, true]);
  });

  it("puts the mock exam three days before the exam, cut down to the day, and keeps new questions for it", () => {
    const planned = planStudy({ ...state, mock: { questions: 50, minutes: 60 } });
    expect(planned.flatMap(({ day, mock }) => (mock === null ? [] : [day - today]))).toEqual([7]);
    expect(planned[7]?.mock).toEqual({ questions: 16, minutes: 20, isWhole: false });
    const small = domains.map((domain) => ({ ...domain, unseen: 30 }));
    const before = planStudy({ ...state, domains: small, mock: { questions: 30, minutes: 20 } }).slice(0, 7);
    // 60 in the bank, of which 30 are kept.
    expect(sum(before.flatMap(({ fresh }) => fresh))).toBe(30);
    const missed = planStudy({
      ...state,
      terms: { ...terms, examDay: today + 2 },
      mock: { questions: 5, minutes: 10 },
    });
    expect(missed.map(({ mock }) => mock?.isWhole ?? null)).toEqual([true, null]);
  });

  it("never takes more than the minutes of a day, nor more new questions than there are", () => {
    const states = fc.record({
      minutesPerDay: fc.integer({ min: 5, max: 120 }),
      minutesToday: fc.integer({ min: 0, max: 150 }),
      ahead: fc.integer({ min: 0, max: 25 }),
      weekdays: fc.subarray(everyDay),
      unseen: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }),
      ages: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 40 }),
      mock: fc.option(
        fc.record({ questions: fc.integer({ min: 1, max: 60 }), minutes: fc.integer({ min: 5, max: 90 }) }),
      ),
    });
    fc.assert(
      fc.property(states, ({ ahead, unseen, ages, mock, ...chosen }) => {
        const planned = planStudy({
          ...state,
          terms: { ...terms, ...chosen, examDay: today + ahead },
          domains: unseen.map((count, d) => ({ id: `${d}`, weight: d + 1, unseen: count, answers: d, right: 0 })),
          cards: ages.map((age, i) => known(`q${i}`, answered(age, i % 3 === 0 ? "wrong" : "right"), i % 2 === 0)),
          mock,
        });
        for (const { day, minutes } of planned) {
          const left = chosen.minutesPerDay - (day === today ? chosen.minutesToday : 0);
          expect(minutes).toBeLessThanOrEqual(Math.max(0, left) + 1e-9);
        }
        for (const [d, count] of unseen.entries())
          expect(sum(planned.map(({ fresh }) => fresh[d] as number))).toBeLessThanOrEqual(count);
      }),
      { numRuns: 60 },
    );
  });
});
