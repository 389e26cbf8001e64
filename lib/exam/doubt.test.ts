import { expect, it } from "vitest";
import { doubtOf } from "./doubt.ts";

it("is the share of guesses among the right answers", () => {
  // Right: 40 of 50. Of 15 questions 11 are known, 4 are guessed at: 11/15 + 4/15 x 1/4 = 0.8, of which 1/15 is guessed.
  expect(doubtOf({ answers: 48, right: 39 })).toBeCloseTo(1 / 15 / 0.8, 12);
  // One half: a third is known, and a third of the right answers is guessed.
  expect(doubtOf({ answers: 0, right: 0 })).toBeCloseTo(1 / 3, 12);
});

it("is complete where no more is right than guesses earn", () => {
  expect(doubtOf({ answers: 18, right: 4 })).toBeCloseTo(1, 12);
  expect(doubtOf({ answers: 18, right: 0 })).toBe(1);
});
