import { describe, expect, it } from "vitest";
import { fitPrior, heldOutLikelihood, type LearnerEvidence } from "./fit-prior.ts";
import { logEvidence } from "./pooled-forecast.ts";

describe("the likelihood of answers under a prior", () => {
  // Every share of right answers is as likely as every other.
  const even = { mean: 0.5, strength: 2, likeness: 20 };

  it("is the mean share for one right answer", () => {
    expect(Math.exp(logEvidence(even)([{ answers: 1, points: 1 }]))).toBeCloseTo(1 / 2, 10);
  });

  it("is the mean square of the share for one right answer in each of two domains", () => {
    const one = { answers: 1, points: 1 };
    // ∫ π² dπ = 1/3, less 1/(12 · 41²) for the grid of 41 shares.
    expect(Math.exp(logEvidence(even)([one, one]))).toBeCloseTo(1 / 3 - 1 / (12 * 41 ** 2), 10);
  });
});

describe("a prior fitted to learners", () => {
  /** Shares spread evenly from 0.5 to 0.9, the same in each of three domains of 40 answers. */
  const learners: readonly LearnerEvidence[] = Array.from({ length: 200 }, (_, i) => {
    const points = Math.round(40 * (0.5 + (0.4 * (i + 0.5)) / 200));
    return Array.from({ length: 3 }, () => ({ answers: 40, points }));
  });

  it("has their mean, and a strength and likeness by their spread", () => {
    const { mean, strength, likeness } = fitPrior(learners);
    expect(mean).toBeCloseTo(0.7, 1);
    // By moments: 0.7 · 0.3/variance − 1 with the variance 0.4²/12 is 14.75.
    expect(strength).toBeGreaterThan(10);
    expect(strength).toBeLessThan(20);
    // Their domains do not differ at all.
    expect(likeness).toBeGreaterThan(100);
  });

  it("explains learners whom it has not seen better than the usual one", () => {
    const { usual, fitted } = heldOutLikelihood(learners);
    expect(fitted).toBeGreaterThan(usual);
  });
});
