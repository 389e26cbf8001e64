import { describe, expect, it } from "vitest";
import { calibrationTable, fitRecalibration, heldOutLoss, type Judged, recalibrate } from "./recalibration.ts";

/** `passed` of ten passed, many times over. */
const of = (passProbability: number, passed: number): readonly Judged[] =>
  Array.from({ length: 4000 }, (_, i) => ({ passProbability, passed: (i + Math.floor(i / 10)) % 10 < passed }));

describe("a recalibration", () => {
  it("moves what was forecast too low for all", () => {
    // 7 of 10 where one half was said: logit(0.7) = ln(7/3) = 0.8473.
    const { intercept, slope } = fitRecalibration(of(0.5, 7));
    expect(intercept).toBeCloseTo(0.8473, 2);
    expect(slope).toBe(1);
  });

  it("spreads forecasts that were too timid", () => {
    // 9 of 10 where three quarters were said, and 1 of 10 where one quarter was: logit(0.9) = 2 ln 3 = 2 logit(0.75).
    const fit = fitRecalibration([...of(0.75, 9), ...of(0.25, 1)]);
    expect(fit.intercept).toBeCloseTo(0, 2);
    expect(fit.slope).toBeCloseTo(2, 2);
    expect(recalibrate(0.75, fit)).toBeCloseTo(0.9, 2);
  });

  it("leaves true forecasts as they are, and stays finite where everybody passed", () => {
    expect(recalibrate(0.3, { intercept: 0, slope: 1 })).toBeCloseTo(0.3, 10);
    const certain = fitRecalibration(of(0.9, 10).slice(0, 50));
    expect(Object.values(certain).every(Number.isFinite)).toBe(true);
  });

  it("is judged by outcomes that it has not seen", () => {
    const { before, after } = heldOutLoss(of(0.5, 7));
    // ln 2, and the entropy of 7 of 10: -0.7 ln 0.7 - 0.3 ln 0.3 = 0.6109.
    expect(before).toBeCloseTo(Math.LN2, 9);
    expect(after).toBeCloseTo(0.6109, 3);
    const fair = heldOutLoss(of(0.7, 7));
    expect(fair.after).toBeGreaterThanOrEqual(fair.before - 1e-6);
  });

  it("has a table in tenths of the forecast", () => {
    expect(calibrationTable([...of(0.95, 9), ...of(0.5, 5), { passProbability: 1, passed: true }])).toMatchObject([
      { count: 4000, forecast: 0.5, passed: 0.5 },
      { count: 4001, passed: 0.9 + 0.1 / 4001 },
    ]);
  });
});
