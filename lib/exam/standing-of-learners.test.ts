import { describe, expect, it } from "vitest";
import { type JudgedAnswer, standingsOf } from "./standing-of-learners.ts";

const answersOf = (learnerId: string, ...points: number[]): JudgedAnswer[] =>
  points.map((each, i) => ({ learnerId, questionId: `q${i + 1}`, points: each }));

/**
 * By hand: the means are 2/3 and 1/3, so the residuals are ⅓, ⅔ of a; −⅔, −⅓ of b; ⅓, −⅓ of c. Products of two residuals
 * of one learner: 2/9, 2/9 and −1/9, each counted twice over 6 answers, so σ² = 1/9. Mean square of a residual: 12/9 : 6 = 2/9,
 * so κ = (2/9 − 1/9)/(1/9) = 1, and with one other answer the reliability is 1/(1 + 1).
 */
const three = [...answersOf("a", 1, 1), ...answersOf("b", 0, 0), ...answersOf("c", 1, 0)];

describe("the standings of learners", () => {
  it("are those worked out by hand", () => {
    const { abilityVariance, byQuestion } = standingsOf(three);
    expect(abilityVariance).toBeCloseTo(1 / 9, 12);
    const first = byQuestion.get("q1") ?? [];
    expect(first.map(({ answer }) => answer.learnerId)).toEqual(["a", "b", "c"]);
    expect(first.map(({ residual }) => residual)).toEqual([1 / 3, -2 / 3, 1 / 3].map((n) => expect.closeTo(n, 12)));
    expect(first.map(({ rest }) => rest)).toEqual([2 / 3, -1 / 3, -1 / 3].map((n) => expect.closeTo(n, 12)));
    expect(first.map(({ reliability }) => reliability)).toEqual([0.5, 0.5, 0.5].map((n) => expect.closeTo(n, 12)));
    // ⅔ · ½ : ⅓ = 1, and −⅓ · ½ : ⅓ = −½.
    expect(first.map(({ ability }) => ability)).toEqual([1, -0.5, -0.5].map((n) => expect.closeTo(n, 12)));
  });

  it("say nothing where learners are not told apart, or where somebody answered nothing else", () => {
    const opposite = standingsOf([...answersOf("a", 1, 0), ...answersOf("b", 0, 1)]);
    expect(opposite.abilityVariance).toBe(0);
    expect(opposite.byQuestion.get("q1")?.map(({ ability }) => ability)).toEqual([0, 0]);
    expect(standingsOf([...three, ...answersOf("d", 1)]).byQuestion.get("q1")).toHaveLength(3);
  });

  it("leave a question out of what ability is, and still compare its answers", () => {
    const odd = ["a", "b", "c"].map((learnerId, i) => ({
      learnerId,
      questionId: "wrong key",
      points: i === 0 ? 0 : 1,
    }));
    const { abilityVariance, byQuestion } = standingsOf([...three, ...odd], new Set(["wrong key"]));
    expect(abilityVariance).toBeCloseTo(1 / 9, 12);
    const [ofA] = byQuestion.get("wrong key") ?? [];
    // Two other answers with the mean (⅓ + ⅔)/2: reliability 2/3, ability ½ · ⅔ : ⅓ = 1.
    expect(ofA).toMatchObject({ residual: expect.closeTo(-2 / 3, 12), rest: 0.5, ability: expect.closeTo(1, 12) });
  });
});
