import { describe, expect, it } from "vitest";
import { driftOf, mixing, type PlacedAnswer } from "./drift.ts";

const answer = (place: number, residual: number, domain = 0): PlacedAnswer => ({ place, domain, residual });
const anything = { mean: 0, spread: 1e6 };

describe("the drift of a learner", () => {
  it("is the slope of the least squares times the way from the middle to the end, where nothing is taken for granted", () => {
    // Sxy = 2 and Sxx = 5: a slope of 0.4, and 1.5 places from the middle to the last answer.
    const four = [answer(0, -0.5), answer(1, -0.5), answer(2, 0.5), answer(3, 0.5)];
    expect(driftOf(four, anything)).toBeCloseTo(0.6, 9);
  });

  it("is the usual growth where the answers say nothing", () => {
    const flat = Array.from({ length: 3 }, (_, place) => answer(place, 0));
    expect(driftOf(flat, { mean: 0.01, spread: 1e-9 })).toBeCloseTo(0.01, 9);
    expect(driftOf([])).toBe(0);
    expect(driftOf([answer(7, 1)])).toBe(0);
  });

  it("is weighed by hand against the prior", () => {
    // The variance is 1/(4 − 1) by the residuals; the prior is worth (1/3)/0.04 = 8.333: (2 + 8.333·0.1)/(5 + 8.333).
    const four = [answer(0, -0.5), answer(1, -0.5), answer(2, 0.5), answer(3, 0.5)];
    expect(driftOf(four, { mean: 0.1, spread: 0.2 })).toBeCloseTo((1.5 * (2 + 25 / 30)) / (5 + 25 / 3), 9);
  });

  it("counts a change that comes with another domain for less than one within a domain, by hand", () => {
    // v = .125, p = .0084/(v + 2 · .0084) = .059238, q = 1 − 2p = .881523: the slope is 2q/(5 − 8p) = .389529. Mixed to 0.3,
    // it counts for 0.5 + 0.5 · 0.3.
    const two = [answer(0, 0, 0), answer(1, 0, 0), answer(2, 1, 1), answer(3, 1, 1)];
    expect(driftOf(two, anything)).toBeCloseTo(0.65 * 1.5 * 0.389529, 5);
    expect(driftOf(two, anything)).toBeLessThan(
      driftOf(
        two.map((own) => ({ ...own, domain: 0 })),
        anything,
      ),
    );
  });

  it("does not take a return to the mean for growth: a domain taken up again because it began badly", () => {
    const bad = Array.from({ length: 4 }, (_, place) => answer(place, -0.5, 0));
    const good = Array.from({ length: 16 }, (_, i) => answer(4 + i, 0.1, 1));
    const again = Array.from({ length: 20 }, (_, i) => answer(20 + i, 0, 0));
    // With a fixed intercept for each domain it was 0.251.
    expect(driftOf([...bad, ...good, ...again], anything)).toBeLessThan(0.17);
  });
});

describe("how well domains are mixed", () => {
  const places = (...own: readonly (readonly number[])[]) => own.map((each) => each.map((place) => ({ place })));

  it("is 0.3 where two of two follow two of two: 1/2 within against 5/3 in all, by hand", () => {
    expect(mixing(places([0, 1], [2, 3]))).toBeCloseTo(0.3, 9);
  });

  it("is little for long runs, and 1 for turns and for one domain", () => {
    const run = (from: number) => Array.from({ length: 20 }, (_, i) => from + i);
    expect(mixing(places(run(0), run(20), run(40)))).toBeLessThan(0.12);
    expect(mixing(places([0, 2, 4], [1, 3, 5]))).toBe(1);
    expect(mixing(places([0, 1, 2]))).toBe(1);
    expect(mixing(places([0]))).toBe(0);
  });
});
