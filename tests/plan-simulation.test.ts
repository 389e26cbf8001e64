import { expect, it } from "vitest";
import { simulatePlan } from "./bench/plan/simulate-plan.ts";

// A short form of what `npm run bench -- learning` prints, by the same simulator and a seed of its own.
it.each([
  [132, 70],
  [600, 70],
])(
  "a plan over %i questions gains at least 1.5 points over plain FSRS, with the same minutes",
  (questions, populationMean) => {
    const course = { days: 21, minutes: 30 };
    const { plain, planned, loadError, reviewError } = simulatePlan(
      { questions, populationMean, course, halfLife: 5 },
      3,
      20_261_130,
    );
    expect(planned - plain).toBeGreaterThanOrEqual(1.5);
    expect(loadError).toBeLessThan(0.15);
    expect(reviewError).toBeLessThan(0.15);
  },
);
