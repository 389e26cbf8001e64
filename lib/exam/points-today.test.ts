import { describe, expect, it } from "vitest";
import { usualGrowth } from "./drift.ts";
import { pointsToday, type StudiedItem, worthOfRecall } from "./points-today.ts";

const item = (worth: number | null, place = 0, recall: number | null = null): StudiedItem => ({
  facility: null,
  guess: 0.25,
  worth,
  place,
  recall,
});

describe("the points of today", () => {
  it("are those earned where nothing was answered later or again", () => {
    expect(pointsToday([[item(1), item(0), item(null)], []])).toEqual([1, 0]);
  });

  it("grow by the worth of what is recalled, and fall by what is forgotten", () => {
    expect(pointsToday([[item(1), item(0, 0, 1)]])[0]).toBeCloseTo(1 + worthOfRecall, 9);
    expect(pointsToday([[item(1, 0, 0), item(0)]])[0]).toBeCloseTo(1 - worthOfRecall, 9);
  });

  it("grow by the usual growth in each domain where the answers show neither gain nor loss", () => {
    const half = (from: number) => Array.from({ length: 20 }, (_, i) => item(0.5, from + i));
    // 19.5 places from the middle to the end, twenty answers in each domain.
    // Abilities are drawn a little towards what is usual, which moves the points by some thousandths.
    for (const points of pointsToday([half(0), half(20)]))
      expect(points).toBeCloseTo(10 + 20 * 19.5 * usualGrowth.mean, 1);
  });

  it("stay within what can be earned", () => {
    expect(pointsToday([[item(1, 0), item(1, 500, 1)]])[0]).toBe(2);
    expect(pointsToday([[item(0, 0, 0), item(0, 0, 0)]])[0]).toBe(0);
  });
});
