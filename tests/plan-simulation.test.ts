import { expect, it } from "vitest";
import { simulatePlan } from "./bench/plan/simulate-plan.ts";
import { isLong } from "./support/run-length.ts";

/** The bank with the least to gain; the others in `npm run test:long`. */
const banks = [[132, 80], ...(isLong ? [[132, 70] as const, [600, 70] as const] : [])] as const;

// A short form of what `npm run bench -- learning` prints, by the same simulator and a seed of its own.
it.each(banks)(
  "a plan over %i questions gains at least 1.5 points over plain FSRS, with the same minutes",
  (questions, populationMean) => {
    const course = { days: 21, minutes: 30 };
    const { plain, planned, loadError, reviewError } = simulatePlan(
      { questions, populationMean, course, halfLife: 5 },
      isLong ? 6 : 3,
      20_261_130,
    );
    expect(planned - plain).toBeGreaterThanOrEqual(1.5);
    expect(loadError).toBeLessThan(0.15);
    expect(reviewError).toBeLessThan(0.15);
  },
);
