import { expect, it } from "vitest";
import { logBeta, logGamma } from "./log-beta.ts";

it("knows the logarithm of the gamma function", () => {
  // Γ(1) = Γ(2) = 1, Γ(10) = 9!, Γ(1/2) = √π; ln Γ(1.5) from Abramowitz and Stegun, 1964, table 6.1.
  expect(logGamma(1)).toBeCloseTo(0, 11);
  expect(logGamma(2)).toBeCloseTo(0, 11);
  expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 11);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 11);
  expect(logGamma(1.5)).toBeCloseTo(-0.1207822376, 9);
});

it("knows the logarithm of the beta function", () => {
  // B(a, b) = (a − 1)!(b − 1)!/(a + b − 1)! for whole numbers, and B(1/2, 1/2) = π.
  expect(logBeta(1, 1)).toBeCloseTo(0, 11);
  expect(logBeta(2, 3)).toBeCloseTo(-Math.log(12), 11);
  expect(logBeta(0.5, 0.5)).toBeCloseTo(Math.log(Math.PI), 11);
});
