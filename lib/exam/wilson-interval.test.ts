import { expect, it } from "vitest";
import { ownCalibration } from "./own-calibration.ts";
import { percentileOf } from "./percentile.ts";
import type { PastAnswer } from "./practice.ts";
import { wilsonInterval } from "./wilson-interval.ts";

// By hand for 15 of 20: z² = 2.7057; middle .75 + .0676 = .8176; reach 1.6449 √(.009375 + .001691) = .1730; scale 1.1353.
it("the interval of 15 of 20 is the one worked by hand", () => {
  const { from, to } = wilsonInterval(15, 20);
  expect(from).toBeCloseTo(56.8, 1);
  expect(to).toBeCloseTo(87.3, 1);
});

it("stays within 0 and 100 percent", () => {
  expect(wilsonInterval(0, 5).from).toBe(0);
  expect(wilsonInterval(5, 5).to).toBe(100);
  expect(wilsonInterval(0, 0)).toEqual({ from: 0, to: 100 });
});

const marked = (count: number, confidence: PastAnswer["confidence"], points: number) =>
  Array.from({ length: count }, () => ({ points, at: new Date(0), confidence, elapsedMs: 0 }));

it("one's own calibration waits for 20 marked answers, and counts each word by itself", () => {
  const answers = [
    ...marked(9, "sure", 1),
    ...marked(1, "sure", 0.5),
    ...marked(9, "guess", 0),
    ...marked(50, null, 1),
  ];
  expect(ownCalibration(answers)).toBeNull();
  expect(ownCalibration([...answers, ...marked(1, "guess", 1)])).toMatchObject([
    { confidence: "sure", answers: 10, right: 9 },
    { confidence: "guess", answers: 10, right: 1 },
  ]);
});

it("a percentile waits for 30 others, and counts equal scores by half", () => {
  const others = Array.from({ length: 30 }, (_, i) => 40 + i);
  expect(percentileOf(60, others.slice(1))).toBeNull();
  expect(percentileOf(60, others)).toMatchObject({ percent: (100 * 20.5) / 30, others: 30 });
  expect(percentileOf(100, others)?.interval.from).toBeLessThan(100);
});
