import { describe, expect, it } from "vitest";
import { inRun } from "../../tests/support/run-length.ts";
import { randomFrom, shuffle } from "./random.ts";

describe("randomFrom", () => {
  it("gives the same numbers for the same seed", () => {
    const draw = () => {
      const random = randomFrom("seed");
      return Array.from({ length: 20 }, () => random.integer(1000));
    };
    expect(draw()).toEqual(draw());
  });

  it("keeps its numbers from release to release, for old seeds must give old exams", () => {
    const random = randomFrom("a fixed seed");
    expect(Array.from({ length: 6 }, () => random.integer(100))).toMatchInlineSnapshot(`
      [
        54,
        9,
        74,
        42,
        37,
        25,
      ]
    `);
  });
});

describe("shuffle", () => {
  it("keeps every element once and leaves its argument alone", () => {
    const items = ["a", "b", "c", "d"];
    expect(shuffle(items, randomFrom("x")).sort()).toEqual(items);
    expect(items).toEqual(["a", "b", "c", "d"]);
  });

  it("puts every element at every place equally often, over 100,000 seeds (chi-square at 0.0001)", () => {
    const size = 4;
    const seeds = inRun(20_000, 100_000);
    const counts = Array.from({ length: size * size }, () => 0);
    for (let seed = 0; seed < seeds; seed++) {
      const order = shuffle([0, 1, 2, 3], randomFrom(`seed ${seed}`));
      for (const [place, element] of order.entries())
        counts[element * size + place] = (counts[element * size + place] ?? 0) + 1;
    }
    const expected = seeds / size;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 9 degrees of freedom: 33.7 is passed by chance once in ten thousand.
    expect(chiSquare).toBeLessThan(33.7);
  });
});
