import { describe, expect, it } from "vitest";
import { discriminationOf, discriminationRange } from "./discrimination.ts";
import { type JudgedAnswer, standingsOf } from "./standing-of-learners.ts";

/** By question the points of learners 0, 1, 2 … */
const answersOf = (points: Readonly<Record<string, readonly number[]>>): readonly JudgedAnswer[] =>
  Object.entries(points).flatMap(([questionId, own]) =>
    own.map((point, learner) => ({ questionId, learnerId: `${learner}`, points: point })),
  );
const ofX = (points: Readonly<Record<string, readonly number[]>>) => {
  const { byQuestion, abilityVariance } = standingsOf(answersOf(points));
  return discriminationOf(byQuestion.get("x") ?? [], abilityVariance);
};

describe("how learners stand by their other answers", () => {
  it("is as worked out by hand", () => {
    // Residuals of x ±.5, of y .25, .25, .25, −.75; sums .75, .75, −.25, −1.25. σ² = (2.75 − 1.75)/8, κ = (.21875 − .125)/.125.
    const { abilityVariance, byQuestion } = standingsOf(answersOf({ x: [1, 1, 0, 0], y: [1, 1, 1, 0] }));
    expect(abilityVariance).toBeCloseTo(0.125, 12);
    expect(byQuestion.get("x")?.[3]).toMatchObject({ residual: -0.5, rest: -0.75 });
    expect(byQuestion.get("x")?.[3]?.reliability).toBeCloseTo(1 / 1.75, 12);
    expect(byQuestion.get("x")?.[3]?.ability).toBeCloseTo(-0.75 / 1.75 / Math.sqrt(0.125), 12);
  });

  it("leaves out who answered nothing else, and tells nobody apart where all are alike", () => {
    expect(standingsOf(answersOf({ x: [1, 0] })).byQuestion.get("x")).toEqual([]);
    const alike = standingsOf(answersOf({ x: [1, 1], y: [0, 0] }));
    expect(alike.abilityVariance).toBe(0);
    expect(alike.byQuestion.get("x")?.[0]).toMatchObject({ reliability: 0, ability: 0 });
  });
});

describe("the discrimination of an item", () => {
  it("is as worked out by hand", () => {
    const found = ofX({ x: [1, 1, 0, 0], y: [1, 1, 1, 0] });
    // Covariance .125, s = .5, σ = √.125; four learners, each worth 1/1.75.
    expect(found?.value).toBeCloseTo(0.125 / (0.5 * Math.sqrt(0.125)), 12);
    expect(found?.standardError).toBeCloseTo(Math.sqrt(1.75 / 4), 12);
    expect(found?.learners).toBe(4);
  });

  it("is one where the item agrees with all else, and minus one where it contradicts", () => {
    expect(ofX({ x: [1, 1, 0, 0], y: [1, 1, 0, 0] })?.value).toBeCloseTo(1, 12);
    const others = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((id) => [id, [1, 1, 1, 0, 0, 0]]));
    expect(ofX({ x: [0, 0, 0, 1, 1, 1], ...others })?.value).toBe(-1);
  });

  it("cannot be said where everybody answered the item alike, or all the others", () => {
    expect(ofX({ x: [1, 1, 1], y: [1, 0, 1], z: [1, 0, 1] })).toBeNull();
    expect(ofX({ x: [1, 0, 1], y: [1, 1, 1] })).toBeNull();
    expect(ofX({ x: [1, 0], y: [1, 0] })).toBeNull();
  });

  it("has a range of 1.96 standard errors within what a correlation can be", () => {
    expect(discriminationRange({ value: 0.2, standardError: 0.1, learners: 100 })).toEqual([
      expect.closeTo(0.004, 9),
      expect.closeTo(0.396, 9),
    ]);
    expect(discriminationRange({ value: 0.9, standardError: 0.1, learners: 100 })[1]).toBe(1);
  });
});
