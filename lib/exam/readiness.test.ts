import { describe, expect, it } from "vitest";
import { type DomainEvidence, estimateReadiness } from "./readiness.ts";

const domain = (id: string, weight: number, answers: number, points: number, available = 100): DomainEvidence => ({
  id,
  weight,
  available,
  closed: 0,
  unseen: available - answers,
  answers,
  points,
});

function estimated(domains: readonly DomainEvidence[], questions = 50, passing = 70) {
  const readiness = estimateReadiness(domains, questions, passing);
  if (readiness.state !== "estimated") throw new Error(JSON.stringify(readiness));
  return readiness;
}

describe("the estimate of readiness", () => {
  it("waits for thirty first answers over all domains, and for three in each", () => {
    expect(estimateReadiness([domain("a", 50, 10, 10), domain("b", 50, 2, 2)], 50, 70)).toEqual({
      state: "too-few",
      missing: 18,
      thin: [{ id: "b", missing: 1 }],
      answers: 12,
      obstacle: null,
    });
    expect(estimateReadiness([domain("a", 50, 90, 20), domain("b", 50, 0, 0)], 50, 70)).toMatchObject({ missing: 3 });
    expect(estimateReadiness([domain("a", 50, 27, 20), domain("b", 50, 2, 0)], 50, 70)).toMatchObject({ missing: 1 });
    expect(estimateReadiness([domain("a", 50, 27, 20), domain("b", 50, 3, 0)], 50, 70).state).toBe("estimated");
    expect(estimateReadiness([domain("a", 100, 8, 8, 8)], 50, 70)).toMatchObject({ obstacle: "small-bank" });
  });

  it("is not held back by a domain of less than 5 % of the exam, nor by one whose keys were all seen", () => {
    const most = domain("a", 96, 30, 20);
    expect(estimateReadiness([most, domain("b", 4, 0, 0)], 50, 70).state).toBe("estimated");
    const seen = { ...domain("b", 50, 1, 1, 20), unseen: 0 };
    expect(estimateReadiness([most, seen], 50, 70).state).toBe("estimated");
    expect(estimateReadiness([most, { ...seen, unseen: 1 }], 50, 70)).toMatchObject({ missing: 1, obstacle: null });
    const sat = { ...seen, closed: 10 };
    expect(estimateReadiness([most, sat], 50, 70)).toMatchObject({ missing: 2, obstacle: "running-exam" });
  });

  it("asks for nothing that cannot be given: a question seen unanswered makes no first answer", () => {
    const blank = { ...domain("a", 50, 0, 0, 20), unseen: 0 };
    expect(estimateReadiness([blank, { ...blank, id: "b" }], 50, 70)).toMatchObject({ obstacle: "too-few-unseen" });
    const oneShort = { ...domain("a", 50, 25, 20, 40), unseen: 4 };
    expect(estimateReadiness([oneShort], 50, 70)).toMatchObject({ obstacle: "too-few-unseen" });
    expect(estimateReadiness([{ ...oneShort, unseen: 5 }], 50, 70)).toMatchObject({ missing: 5, obstacle: null });
  });

  it("waits for the end of an exam in progress", () => {
    const sitting = { ...domain("a", 100, 25, 20, 40), closed: 15, unseen: 0 };
    expect(estimateReadiness([sitting], 50, 70)).toMatchObject({ missing: 5, obstacle: "running-exam" });
    expect(estimateReadiness([{ ...sitting, answers: 30 }], 50, 70).state).toBe("estimated");
  });

  it("is made for an exam of a thousand questions from a thousand answers", () => {
    const { passProbability, expected: mean } = estimated([domain("a", 100, 1_000, 950, 2_000)], 1_000, 90);
    expect(passProbability).toBeGreaterThan(0.99);
    expect(mean).toBeCloseTo(95, 0);
  });

  it("is sure of who knows nearly all and of who knows little", () => {
    expect(estimated([domain("a", 100, 200, 190)]).passProbability).toBeGreaterThan(0.99);
    expect(estimated([domain("a", 100, 200, 60)]).passProbability).toBeLessThan(0.01);
  });

  it("grows with every right answer and its interval narrows with more answers", () => {
    const chances = [20, 25, 30, 35, 40].map((points) => estimated([domain("a", 100, 40, points)]).passProbability);
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
    const widths = [30, 100, 1000].map((n) => {
      const { from, to } = estimated([domain("a", 100, n, n * 0.7)]);
      return to - from;
    });
    expect(widths[0]).toBeGreaterThan(widths[1] as number);
    expect(widths[1]).toBeGreaterThan(widths[2] as number);
  });

  it("weighs domains by the blueprint, not by how much of each was answered", () => {
    const { expected } = estimated([domain("small", 10, 200, 200), domain("large", 90, 50, 25)]);
    // 55 if the domains had nothing to do with each other, 90 by the answers alone.
    expect(expected).toBeGreaterThan(55);
    expect(expected).toBeLessThan(68);
  });

  it("takes a cut score that the count meets exactly as passed", () => {
    const all = estimated([domain("a", 100, 1000, 1000)], 10, 100);
    expect(all.passProbability).toBeGreaterThan(0.99);
    expect(estimated([domain("a", 100, 40, 20)], 1, 0).passProbability).toBeCloseTo(1, 9);
  });
});
