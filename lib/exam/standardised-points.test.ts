import { describe, expect, it } from "vitest";
import { type BankItem, itemChances } from "./item-model.ts";
import { standardisedPoints } from "./standardised-points.ts";

const item = (right: number, worth: number | null, answers = 60, guess = 0): BankItem => ({
  facility: { answers, points: right },
  guess,
  worth,
});

describe("standardised points", () => {
  it("are the points where all questions are equally hard, or too few have answered them", () => {
    expect(standardisedPoints([[item(40, 1), item(40, 0), item(40, null)]])[0]).toBeCloseTo(1, 9);
    expect(standardisedPoints([[item(59, 1, 59), item(1, 0, 59), item(0, null, 59)]])[0]).toBeCloseTo(1, 9);
    expect(standardisedPoints([[{ facility: null, guess: 0.25, worth: 0.5 }], []])).toEqual([0.5, 0]);
  });

  it("equal what is worked out by hand and by a search on a grid for one of two questions, the easy one, answered right", () => {
    // Shares (45 + 2.5)/65 and (15 + 2.5)/65, so log odds of ±0.998529, expanded by √(1 + 1.4/2.89).
    const odds = Math.log(47.5 / 17.5) * Math.sqrt(1 + 1.4 / 2.89);
    const right = (x: number) => 1 / (1 + Math.exp(-x));
    let [best, ability] = [Number.NEGATIVE_INFINITY, 0];
    for (let x = -3; x < 3; x += 1e-4) {
      const posterior = Math.log(right(odds + x)) - x ** 2 / 2.8;
      if (posterior > best) [best, ability] = [posterior, x];
    }
    const [easy, hard] = [right(ability + odds), right(ability - odds)];
    expect(standardisedPoints([[item(45, 1), item(15, null)]])[0]).toBeCloseTo(1 + (easy + hard) / 2 - easy, 3);
  });

  it("take from who did the easy half and give to who did the hard half, never more than there is", () => {
    const [easy, hard] = [item(55, 1, 60, 0.25), item(20, 1, 60, 0.25)];
    const unseen = (of: BankItem) => ({ ...of, worth: null });
    expect(standardisedPoints([[easy, easy, unseen(hard), unseen(hard)]])[0]).toBeLessThan(1.9);
    expect(standardisedPoints([[unseen(easy), unseen(easy), hard, hard]])[0]).toBe(2);
    const missed = { ...hard, worth: 0 };
    expect(standardisedPoints([[unseen(easy), unseen(easy), missed, missed]])[0]).toBeGreaterThan(0.1);
  });
});

it("knows that a guess stays a guess: nobody's chance is below it", () => {
  const [[chance]] = itemChances([[item(0, 0, 60, 0.25), item(0, 0, 60, 0.25)]]) as [[number]];
  expect(chance).toBeGreaterThanOrEqual(0.25);
  expect(chance).toBeLessThan(0.3);
});
