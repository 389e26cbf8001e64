import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PublicQuestion } from "./question.ts";
import { apportion, optionOrder } from "./selection.ts";

describe("apportion", () => {
  it("gives a 50-question exam its published shares", () => {
    expect(apportion(50, [30, 24, 22, 14, 10], [99, 99, 99, 99, 99])).toEqual([15, 12, 11, 7, 5]);
  });

  it("gives what is left over to the largest remainders, the earlier domain on a tie", () => {
    expect(apportion(10, [33, 33, 34], [99, 99, 99])).toEqual([3, 3, 4]);
    expect(apportion(1, [50, 50], [99, 99])).toEqual([1, 0]);
  });

  it("breaks ties by the order of the domains whatever binary fractions make of them", () => {
    // 0.6, 1.8 and 57.6: after the 0.8 the first and the last domain tie.
    expect(apportion(60, [1, 3, 96], [99, 99, 99])).toEqual([1, 2, 57]);
    expect(apportion(60, [96, 3, 1], [99, 99, 99])).toEqual([58, 2, 0]);
    expect(apportion(7, [33.3, 33.3, 33.4], [99, 99, 99])).toEqual([2, 2, 3]);
  });

  it("gives to others what a small domain cannot take", () => {
    expect(apportion(10, [50, 50], [2, 99])).toEqual([2, 8]);
  });

  it("always adds up, and never asks a domain for more than it has", () => {
    const domains = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 40 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), domains, (total, pairs) => {
        const capacity = pairs.map(([, room]) => room);
        const shares = apportion(
          total,
          pairs.map(([weight]) => weight),
          capacity,
        );
        const sum = shares.reduce((a, b) => a + b, 0);
        expect(sum).toBe(
          Math.min(
            total,
            capacity.reduce((a, b) => a + b, 0),
          ),
        );
        for (const [i, share] of shares.entries()) expect(share).toBeLessThanOrEqual(capacity[i] ?? 0);
      }),
    );
  });
});

describe("optionOrder", () => {
  const options = ["a", "b", "c", "d"].map((id) => ({ id, html: id, text: id }));
  const base = { stemHtml: "", stemText: "", scenario: null, kind: "single", options } as const;
  const question = (more: { shuffle: boolean; pinned: string[] }): PublicQuestion => ({ ...base, ...more });

  it("is the same on every visit", () => {
    const asked = question({ shuffle: true, pinned: [] });
    expect(optionOrder(asked, "seed")).toEqual(optionOrder(asked, "seed"));
  });

  it("keeps the written order where the author asked for it", () => {
    expect(optionOrder(question({ shuffle: false, pinned: [] }), "seed")).toEqual(["a", "b", "c", "d"]);
  });

  it("keeps pinned options last", () => {
    for (let seed = 0; seed < 50; seed++)
      expect(optionOrder(question({ shuffle: true, pinned: ["d"] }), `${seed}`).at(-1)).toBe("d");
  });

  it("shuffles an ordering even so: its written order would be the key", () => {
    const ordering: PublicQuestion = { stemHtml: "", stemText: "", scenario: null, kind: "ordering", options };
    const orders = new Set(Array.from({ length: 200 }, (_, seed) => optionOrder(ordering, `${seed}`).join("")));
    expect(orders.size).toBe(24);
  });
});
