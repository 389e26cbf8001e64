import { describe, expect, it } from "vitest";
import { leastError } from "./bench/forecast/bound.ts";
import { alike, allKnowing, growing, ordered, populations, reluctant, revisions } from "./bench/forecast/scenarios.ts";
import { firstEstimate, simulate, simulateRevision } from "./bench/forecast/simulate.ts";
import { isLong } from "./support/run-length.ts";

const learners = 300;
const seed = 18;

/** The first of each kind in `npm test`, all of them in `npm run test:long`. */
const some = <T>(all: readonly T[], short = 1): readonly T[] => (isLong ? all : all.slice(0, short));

/** One scenario of each order: the bench runs the others. */
const inOrder = [...ordered, ...allKnowing].filter(
  ({ populationMean, answers }) => populationMean === 70 && answers === 100,
);

/** Orders in which sixty answers come from two or three domains: what was said then was up to 6 points off. */
const lopsided = [...ordered, ...allKnowing].filter(
  ({ order, answers, populationMean }) =>
    answers === 60 && populationMean === 60 && /felt|truth|domain-by-domain/.test(order),
);

describe("the forecast of readiness, of simulated learners", () => {
  it.each(
    some(
      populations.filter(({ answers }) => isLong || answers === 60),
      3,
    ),
  )("is calibrated and says more than the base rate and the raw percent: $name", (scenario) => {
    const { calibrationError, coverage, brier, brierOfBaseRate, brierOfRawPercent } = simulate(
      scenario,
      learners,
      seed,
    );
    expect(calibrationError).toBeLessThanOrEqual(0.05);
    expect(coverage).toBeGreaterThanOrEqual(0.87);
    expect(coverage).toBeLessThanOrEqual(0.96);
    expect(brier).toBeLessThan(Math.min(brierOfBaseRate, brierOfRawPercent));
  });

  it.each(some(inOrder, 2))("is not deceived by the order of study: $name", (scenario) => {
    const { shown, calibrationError } = simulate(scenario, learners, seed);
    // Whoever goes through domain after domain has rarely met each of them by then.
    if (shown > 0.5) expect(calibrationError).toBeLessThanOrEqual(0.05);
    else expect(scenario.order).toMatch(/felt|truth|domain-by-domain/);
  });

  it.each(some(lopsided))("is held back while domains are missing: $name", (scenario) => {
    expect(simulate(scenario, 100, seed).shown).toBeLessThanOrEqual(0.02);
  });

  it("comes with a bound: where two courses of study look alike, no estimator reaches 0.05 in both", () => {
    expect(leastError(...alike, seed, isLong ? 1_500 : 500).error).toBeGreaterThan(0.05);
    expect(leastError(alike[0], alike[0], seed, 50).error).toBe(0);
  });

  it.each(some(reluctant))("takes no blank and no “I don’t know” for more than it is: $name", (scenario) => {
    const { bias, coverage } = simulate(scenario, learners, seed);
    expect(Math.abs(bias)).toBeLessThanOrEqual(1.3);
    expect(coverage).toBeGreaterThanOrEqual(0.87);
    expect(coverage).toBeLessThanOrEqual(0.96);
  });

  it("follows who learns half a standard deviation over a hundred answers", () => {
    expect(Math.abs(simulate(growing, learners, seed).bias)).toBeLessThanOrEqual(2);
  });

  it.each(revisions.filter(({ fresh }) => isLong || fresh === 0))(
    "shows what was understood by repeats, and next to nothing of keys learnt by heart: $name",
    (own) => {
      const { gained, shown } = simulateRevision(own, 150, seed);
      if (own.growth === 0) expect(shown).toBeLessThanOrEqual(3);
      // The most that can be had while those by heart stay below 3: docs/readiness.md.
      else expect(shown / gained).toBeGreaterThanOrEqual(own.fresh > 0 ? 0.5 : 0.18);
    },
  );

  it("begins at answer 36 at the latest", () => expect(firstEstimate(50, seed)).toBeLessThanOrEqual(36));
});
