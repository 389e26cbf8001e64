import { describe, expect, it } from "vitest";
import { type PooledDomain, pooledForecast, usualPrior } from "./pooled-forecast.ts";

const expected = (forecast: readonly number[]) => forecast.reduce((sum, chance, count) => sum + chance * count, 0);

describe("the pooled forecast", () => {
  it("equals the value worked out by hand: one right answer, one question, a flat prior and a likeness of 2", () => {
    // w_k ∝ π_k, and the next is right with (1 + 2π_k)/3: (Σπ + 2Σπ²)/(3Σπ), with Σπ = 20.5 and Σπ² = 6723/492.
    const [, right] = pooledForecast([{ answers: 1, points: 1, questions: 1 }], {
      mean: 0.5,
      strength: 2,
      likeness: 2,
    });
    expect(right).toBeCloseTo((20.5 + (2 * 6723) / 492) / 61.5, 9);
  });

  it("is the prior's mean where nothing was answered", () => {
    const untouched = { answers: 0, points: 0, questions: 5 };
    expect(expected(pooledForecast([untouched, untouched])) / 10).toBeCloseTo(usualPrior.mean, 2);
  });

  it("agrees with a numeric integration over the shares of both domains", () => {
    const domains: PooledDomain[] = [
      { answers: 30, points: 24, questions: 3 },
      { answers: 8, points: 3.5, questions: 2 },
    ];
    const forecast = pooledForecast(domains);
    for (const [count, chance] of integrate(domains).entries()) expect(forecast[count]).toBeCloseTo(chance, 4);
  });

  it("gives a domain without answers what the others say, more carefully", () => {
    const strong = { answers: 60, points: 57, questions: 25 };
    const borrowed = pooledForecast([strong, { answers: 0, points: 0, questions: 25 }]);
    const known = pooledForecast([strong, { answers: 60, points: 57, questions: 25 }]);
    expect(expected(borrowed)).toBeGreaterThan(40);
    expect(expected(borrowed)).toBeLessThan(expected(known));
  });

  it("does not depend on into how many alike domains the same answers fall by more than two points", () => {
    const one = expected(pooledForecast([{ answers: 30, points: 24, questions: 50 }]));
    const five = expected(
      pooledForecast(Array.from({ length: 5 }, () => ({ answers: 6, points: 4.8, questions: 10 }))),
    );
    expect(Math.abs(one - five) * 2).toBeLessThan(2);
  });
});

/** The same model in another way: the density of each domain's share on a grid of 2,000, no beta or gamma function. */
function integrate(domains: readonly PooledDomain[]): number[] {
  const steps = 2_000;
  const grid = Array.from({ length: steps }, (_, i) => (i + 0.5) / steps);
  const total = domains.reduce((sum, { questions }) => sum + questions, 0);
  const result = new Array<number>(total + 1).fill(0);
  for (let k = 0; k <= 40; k++) {
    const share = (k + 0.5) / 41;
    let weight = share ** (4 * 0.6 - 1) * (1 - share) ** (4 * 0.4 - 1);
    let scores = [1];
    for (const { answers, points, questions } of domains) {
      const density = (x: number) => x ** (26 * share - 1) * (1 - x) ** (26 * (1 - share) - 1);
      const likelihood = (x: number) => x ** points * (1 - x) ** (answers - points);
      const before = grid.reduce((sum, x) => sum + density(x), 0);
      const after = grid.reduce((sum, x) => sum + density(x) * likelihood(x), 0);
      weight *= after / before;
      const right = Array.from({ length: questions + 1 }, (_, count) => {
        const binomial = (x: number) => ways(questions, count) * x ** count * (1 - x) ** (questions - count);
        return grid.reduce((sum, x) => sum + density(x) * likelihood(x) * binomial(x), 0) / after;
      });
      const next = new Array<number>(scores.length + questions).fill(0);
      for (const [i, a] of scores.entries())
        for (const [j, b] of right.entries()) next[i + j] = (next[i + j] as number) + a * b;
      scores = next;
    }
    for (const [count, chance] of scores.entries()) result[count] = (result[count] as number) + weight * chance;
  }
  const mass = result.reduce((sum, chance) => sum + chance, 0);
  return result.map((chance) => chance / mass);
}

function ways(n: number, k: number): number {
  return k === 0 ? 1 : (ways(n, k - 1) * (n - k + 1)) / k;
}
