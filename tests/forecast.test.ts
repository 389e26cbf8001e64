import { describe, expect, it } from "vitest";
import { populations, reluctant } from "./bench/forecast/scenarios.ts";
import { firstEstimate, simulate } from "./bench/forecast/simulate.ts";

const learners = 300;
const seed = 18;

describe("the forecast of readiness, of simulated learners", () => {
  it.each(populations)("is calibrated and says more than the base rate and the raw percent: $name", (scenario) => {
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

  it.each(reluctant)("takes no blank and no “I don’t know” for more than it is: $name", (scenario) => {
    const { bias, coverage } = simulate(scenario, learners, seed);
    expect(Math.abs(bias)).toBeLessThanOrEqual(1.3);
    expect(coverage).toBeGreaterThanOrEqual(0.87);
    expect(coverage).toBeLessThanOrEqual(0.96);
  });

  it("begins at answer 36 at the latest", () => expect(firstEstimate(50, seed)).toBeLessThanOrEqual(36));
});
