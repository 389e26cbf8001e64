import { describe, expect, it } from "vitest";
import { score, shownPercent } from "./scoring.ts";

const items = (right: number, wrong: number, domain = "a") =>
  Array.from({ length: right + wrong }, (_, i) => ({ domain, points: i < right ? 1 : 0 }));

describe("score", () => {
  it("counts every item the same and passes at the cut score", () => {
    expect(score(items(35, 15), 70, 2)).toMatchObject({ points: 35, items: 50, percent: 70, passed: true });
  });

  it("does not round up to a pass", () => expect(score(items(34, 15), 70, 2).passed).toBe(false));

  it("is not thrown off by thirds that add up", () => {
    const thirds = Array.from({ length: 3 }, () => ({ domain: "a", points: 1 / 3 }));
    expect(score([...thirds, { domain: "a", points: 0 }], 25, 2).passed).toBe(true);
  });

  it("shows each domain with its own counts", () => {
    expect(score([...items(3, 1, "a"), ...items(0, 2, "b")], 50, 2).domains).toEqual([
      { domain: "a", points: 3, items: 4 },
      { domain: "b", points: 0, items: 2 },
    ]);
  });

  it("gives an empty attempt no percent and no pass", () => {
    expect(score([], 50, 2)).toMatchObject({ percent: 0, passed: false });
  });
});

describe("the percentage that is printed", () => {
  /** Ten items of which some are worth thirds, which add up to 6.999999999999999. */
  const thirds = [3, 3, 3, 3, 1, 3, 2, 1, 1, 1].map((count) => ({ domain: "a", points: count / 3 }));

  it("is not below a cut score that was reached, of points in thirds", () => {
    const result = score(thirds, 70, 2);
    expect(result.points).toBeLessThan(7);
    expect(result.passed).toBe(true);
    expect(shownPercent(result.percent, 70)).toBe(70);
  });

  it("is below a cut score that was missed by a hair", () => {
    expect(shownPercent(69.6, 70)).toBe(69);
    expect(shownPercent(69.999, 70)).toBe(69);
  });

  it("has the decimals of the cut score", () => {
    expect(shownPercent(62.5, 62.5)).toBe(62.5);
    expect(shownPercent(62.49, 62.5)).toBe(62.4);
    expect(shownPercent(200 / 3, 66.67)).toBe(66.66);
  });

  it("is rounded where no mark is near, and 100 only when everything is right", () => {
    expect(shownPercent((100 * 8) / 12)).toBe(67);
    expect(shownPercent((100 * 8) / 12, 70)).toBe(67);
    expect(shownPercent(99.6, 70)).toBe(99);
    expect(shownPercent(0.4)).toBe(0);
  });

  it("agrees with the verdict for each number of thirds and every cut score", () => {
    const wrong: unknown[] = [];
    for (let count = 1; count <= 60; count += 7)
      for (let thirds = 0; thirds <= 3 * count; thirds++)
        for (const passing of [33.3, 50, 62.5, 66.67, 70, 72.25, 100]) {
          const { percent, passed } = score([...items(0, count - 1), { domain: "a", points: thirds / 3 }], passing, 2);
          if (shownPercent(percent, passing) >= passing !== passed) wrong.push({ count, thirds, passing });
        }
    expect(wrong).toEqual([]);
  });
});
