import { expect, it } from "vitest";
import { betaBinomial, convolve, quantile } from "./beta-binomial.ts";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => values.reduce((total, value, k) => total + k * value, 0);

it("is uniform when nothing is known: Beta(1, 1)", () => {
  for (const value of betaBinomial(4, 1, 1)) expect(value).toBeCloseTo(0.2, 12);
});

it.each([
  [50, 20.5, 10.5],
  [1, 0.5, 0.5],
  [200, 0.5, 300.5],
  [0, 3, 4],
  [1_000, 950.5, 50.5],
  [1_000, 0.5, 1_000.5],
  [1_000, 0.5, 0.5],
])("adds up to 1 with mean n a/(a+b): %i, %f, %f", (trials, a, b) => {
  const values = betaBinomial(trials, a, b);
  expect(values).toHaveLength(trials + 1);
  expect(sum(values)).toBeCloseTo(1, 9);
  expect(mean(values)).toBeCloseTo((trials * a) / (a + b), 7);
});

it("comes near the binomial when much is known", () => {
  const values = betaBinomial(2, 5e6, 5e6);
  [0.25, 0.5, 0.25].forEach((expected, k) => {
    expect(values[k]).toBeCloseTo(expected, 5);
  });
});

it("agrees with gamma functions where they can be had: Beta(3, 2) of 4", () => {
  // C(4, k) B(k + 3, 6 - k) / B(3, 2), in fractions of 70.
  for (const [k, share] of [5, 12, 18, 20, 15].entries()) expect(betaBinomial(4, 3, 2)[k]).toBeCloseTo(share / 70, 12);
});

it("adds two dice", () => {
  const die = [0, 1, 1, 1, 1, 1, 1].map((count) => count / 6);
  const both = convolve(die, die);
  expect(both[7]).toBeCloseTo(6 / 36, 12);
  expect(quantile(both, 0.5)).toBe(7);
  expect(quantile(both, 1)).toBe(12);
});
