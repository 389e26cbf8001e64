import { describe, expect, it } from "vitest";
import { countReviews, fitMemory, heldOutMemoryLoss, type ReviewHistory } from "./fit-memory.ts";

const dayMs = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 0, 1, 12);
/** The published weights of FSRS 6 for the stability after a first answer that is right, and for the slope of forgetting. */
const [published, slope] = [2.3065, 0.1542];

/** Every learner answers 20 questions right, and each again after 1 to 12 days. True stability is `factor` times the published. */
function learnersWho(factor: number, learners: number): readonly ReviewHistory[] {
  let state = 12_345;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: 20 * learners }, (_, i): ReviewHistory => {
    const days = 1 + (i % 12);
    // The forgetting curve of FSRS 6: nine tenths are left after `stability` days.
    const bend = 0.9 ** (-1 / slope) - 1;
    const recall = (1 + (bend * days) / (factor * published)) ** -slope;
    const outcome = random() < recall ? "right" : "wrong";
    return {
      learnerId: `learner ${Math.floor(i / 20)}`,
      timeZone: "UTC",
      reviews: [
        { outcome: "right", confidence: null, at: new Date(start) },
        { outcome, confidence: null, at: new Date(start + days * dayMs) },
      ],
    };
  });
}

describe("the weights of memory", () => {
  it("follow learners who remember six times as long, and explain answers better that they were not fitted to", () => {
    const histories = learnersWho(6, 25);
    const weights = fitMemory(histories);
    expect((weights[2] as number) / published).toBeGreaterThan(2.5);
    expect(weights).toHaveLength(21);
    expect(weights[5], "what is not fitted stays as published").toBe(0.8334);
    const { usual, fitted } = heldOutMemoryLoss(histories);
    expect(fitted).toBeLessThan(usual - 0.02);
  });

  it("gain nothing on unseen answers of learners who remember as published", () => {
    const { usual, fitted } = heldOutMemoryLoss(learnersWho(1, 25));
    expect(fitted).toBeGreaterThan(usual - 0.01);
  });

  it("judge what was answered on a later day alone, and no blank", () => {
    const at = (days: number) => new Date(start + days * dayMs);
    const answer = (outcome: "right" | "blank", days: number) => ({ outcome, confidence: null, at: at(days) }) as const;
    const reviews = [answer("right", 0), answer("right", 0.2), answer("blank", 3), answer("right", 4)];
    expect(countReviews([{ learnerId: "one", timeZone: "UTC", reviews }])).toBe(1);
    expect(countReviews([])).toBe(0);
  });
});
