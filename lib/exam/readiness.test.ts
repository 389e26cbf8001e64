import { describe, expect, it } from "vitest";
import { randomFrom } from "./random.ts";
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
  it("waits for thirty first answers and five in each domain, and says what is missing", () => {
    expect(estimateReadiness([domain("a", 50, 10, 10), domain("b", 50, 2, 2)], 50, 70)).toEqual({
      state: "too-few",
      missing: 18,
      domains: [{ id: "b", missing: 3 }],
      answers: 12,
      obstacle: null,
    });
    expect(estimateReadiness([domain("a", 50, 200, 150), domain("b", 50, 4, 4)], 50, 70)).toMatchObject({
      state: "too-few",
      missing: 1,
    });
    expect(estimateReadiness([domain("a", 100, 8, 8, 8)], 50, 70)).toMatchObject({ obstacle: "small-bank" });
  });

  it("asks for nothing that cannot be given: what has been seen unanswered makes no first answer", () => {
    const blank = { ...domain("a", 50, 0, 0, 20), unseen: 0 };
    expect(estimateReadiness([blank, { ...blank, id: "b" }], 50, 70)).toMatchObject({ obstacle: "too-few-unseen" });
    const oneShort = { ...domain("a", 50, 25, 20, 40), unseen: 4 };
    expect(estimateReadiness([oneShort, domain("b", 50, 0, 0, 0)], 50, 70)).toMatchObject({
      obstacle: "too-few-unseen",
    });
    expect(estimateReadiness([{ ...oneShort, unseen: 5 }, domain("b", 50, 0, 0, 0)], 50, 70)).toMatchObject({
      missing: 5,
      obstacle: null,
    });
    const seenThrough = { ...domain("b", 50, 4, 4, 20), unseen: 0 };
    expect(estimateReadiness([domain("a", 50, 40, 30), seenThrough], 50, 70)).toMatchObject({
      domains: [{ id: "b", missing: 1 }],
      obstacle: "too-few-unseen",
    });
  });

  it("waits for the end of an exam that is being sat", () => {
    const sitting = { ...domain("a", 100, 25, 20, 40), closed: 15, unseen: 0 };
    expect(estimateReadiness([sitting], 50, 70)).toMatchObject({ missing: 5, obstacle: "running-exam" });
    expect(estimateReadiness([{ ...sitting, answers: 30 }], 50, 70).state).toBe("estimated");
  });

  it("is made for an exam of a thousand questions from a thousand answers", () => {
    const { passProbability, expected: mean } = estimated([domain("a", 100, 1_000, 950, 2_000)], 1_000, 90);
    expect(passProbability).toBeGreaterThan(0.99);
    expect(mean).toBeCloseTo(95, 0);
  });

  it("asks of a domain no more than its bank has", () => {
    expect(estimateReadiness([domain("a", 50, 40, 30), domain("b", 50, 2, 2, 2)], 50, 70).state).toBe("estimated");
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
    expect(expected).toBeGreaterThan(50);
    expect(expected).toBeLessThan(58);
  });

  it("agrees with a simulation of 20,000 exams", () => {
    const evidence = [domain("a", 40, 30, 24), domain("b", 60, 20, 13)];
    const random = randomFrom("readiness");
    const uniform = () => (random.integer(2 ** 30) + 0.5) / 2 ** 30;
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    // Gamma of half-whole shape: a sum of exponentials and half a squared normal.
    const gamma = (shape: number) => {
      let value = normal() ** 2 / 2;
      for (let i = 0; i < Math.floor(shape); i++) value -= Math.log(uniform());
      return value;
    };
    let passes = 0;
    for (let exam = 0; exam < 20_000; exam++) {
      let right = 0;
      for (const { answers, points, weight } of evidence) {
        const [x, y] = [gamma(points + 0.5), gamma(answers - points + 0.5)];
        for (let q = 0; q < weight / 2; q++) right += uniform() < x / (x + y) ? 1 : 0;
      }
      if (right / 50 >= 0.7) passes++;
    }
    expect(estimated(evidence).passProbability).toBeCloseTo(passes / 20_000, 1);
    expect(Math.abs(estimated(evidence).passProbability - passes / 20_000)).toBeLessThan(0.015);
  });

  it("takes a cut score that the count meets exactly as passed", () => {
    const all = estimated([domain("a", 100, 1000, 1000)], 10, 100);
    expect(all.passProbability).toBeGreaterThan(0.99);
    expect(estimated([domain("a", 100, 40, 20)], 1, 0).passProbability).toBeCloseTo(1, 9);
  });
});
