import { describe, expect, it } from "vitest";
import { simulateDisputes, simulateItems } from "./bench/forecast/items.ts";
import { isLong } from "./support/run-length.ts";

const seed = 18;
const panels = [
  { answersOfItem: 60, answersOfLearner: 6, distractors: "uneven" as const },
  { answersOfItem: 60, answersOfLearner: 20, distractors: "uneven" as const },
  { answersOfItem: 60, answersOfLearner: 132, distractors: "uneven" as const },
];

describe("the statistics of simulated sound items at 60 answers", () => {
  const all = { answersOfItem: 400, answersOfLearner: 132, distractors: "uneven" } as const;
  const whole = simulateItems(all, isLong ? 2 : 1, seed).discrimination;

  it.each(panels)("hardly ever call one wrong, however few items a learner answered: $answersOfLearner", (panel) => {
    const { shareOf, discrimination } = simulateItems(panel, 4, seed);
    expect(shareOf("negative")).toBeLessThanOrEqual(0.01);
    expect(shareOf("distractor-leads")).toBeLessThanOrEqual(0.01);
    expect(shareOf("weak")).toBeLessThanOrEqual(0.02);
    // Within ten percent of what many learners with all answers show.
    expect(Math.abs(discrimination / whole - 1)).toBeLessThanOrEqual(0.1);
  });
});

it("wrong keys of simulated banks are found by 60 answers, and few sound ones disputed over four looks", () => {
  const { found, falseAlarms } = simulateDisputes("even", 1, seed);
  expect(found).toBeGreaterThanOrEqual(0.93);
  expect(falseAlarms).toBeLessThanOrEqual(0.01);
});
