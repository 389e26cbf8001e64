import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inRun } from "../../tests/support/run-length.ts";
import { drawByBlueprint } from "./draw.ts";
import { apportion, optionOrder } from "./selection.ts";

const options = ["a", "b", "c", "d"].map((id) => ({ id, html: id, text: id }));
const question = {
  kind: "single",
  stemHtml: "",
  stemText: "",
  scenario: null,
  options,
  shuffle: true,
  pinned: [],
} as const;

const seeds = inRun(20_000, 100_000);

describe("chance", () => {
  it("puts every option at every position equally often over many seeds", () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < seeds; seed++)
      for (const [place, id] of optionOrder(question, `seed ${seed}`).entries())
        counts.set(`${id}${place}`, (counts.get(`${id}${place}`) ?? 0) + 1);
    const expected = seeds / options.length;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(16);
    // 9 degrees of freedom, exceeded once in ten thousand fair shuffles.
    expect(chiSquare).toBeLessThan(33.72);
  });

  it("makes every one of the 24 orders equally likely", () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < seeds; seed++) {
      const order = optionOrder(question, `another ${seed}`).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const expected = seeds / 24;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(24);
    // 23 degrees of freedom, exceeded once in ten thousand fair shuffles.
    expect(chiSquare).toBeLessThan(56.5);
  });

  it("draws exactly what the largest remainders give each domain, for any seed", () => {
    const blueprint = [
      { id: "x", weight: 30 },
      { id: "y", weight: 24 },
      { id: "z", weight: 46 },
    ];
    const candidates = blueprint.flatMap(({ id }) =>
      Array.from({ length: 8 }, (_, i) => ({ questionId: `${id}${i}`, domain: id })),
    );
    // 30, 24 and 46 % of 11 are 3.3, 2.64 and 5.06: the one left over goes to the 0.64.
    const exact = { x: 3, y: 3, z: 5 };
    for (let seed = 0; seed < seeds; seed++) {
      const drawn = drawByBlueprint(candidates, blueprint, 11, `draw ${seed}`);
      const counts: Record<string, number> = {};
      for (const { domain } of drawn) counts[domain] = (counts[domain] ?? 0) + 1;
      if (counts.x !== exact.x || counts.y !== exact.y || counts.z !== exact.z) expect(counts).toEqual(exact);
    }
    expect(apportion(11, [30, 24, 46], [8, 8, 8])).toEqual([3, 3, 5]);
  }, 60_000);

  it("shares out exactly what there is, and no domain more than it has", () => {
    const domains = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.nat(30)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(domains, fc.nat(200), (pairs, total) => {
        const capacity = pairs.map(([, most]) => most);
        const shares = apportion(
          total,
          pairs.map(([weight]) => weight),
          capacity,
        );
        const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
        expect(sum(shares)).toBe(Math.min(total, sum(capacity)));
        expect(shares.every((share, i) => share >= 0 && share <= (capacity[i] as number))).toBe(true);
      }),
    );
  });
});
