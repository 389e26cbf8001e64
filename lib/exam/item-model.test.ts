import { expect, it } from "vitest";
import { type BankItem, itemChances } from "./item-model.ts";

const blank: BankItem = { facility: null, guess: 0, worth: null };

it("gives a learner without answers the chance of its difficulty", () => {
  // Four of five know it: logit ln 4 = 1.386, times √(1 + 1.4/2.89) = 1.2183, is 1.689; 1/(1 + e^-1.689) = 0.8441.
  const [[chance]] = itemChances([[{ ...blank, facility: { answers: 60, points: 48 } }]]) as [[number]];
  expect(chance).toBeCloseTo(0.8441, 4);
});

it("gives a learner the ability at which prior and answers balance", () => {
  // One right answer of a question of difficulty 0: 1 - P = θ/1.4 with θ = ln P/(1 - P), so P = 0.6275 and θ = 0.5215.
  const [[answered, other]] = itemChances([[{ ...blank, worth: 1 }, blank]]) as [[number, number]];
  expect(answered).toBeCloseTo(0.6275, 4);
  expect(other).toBe(answered);
  expect(Math.log(answered / (1 - answered))).toBeCloseTo(1.4 * (1 - answered), 5);
});
