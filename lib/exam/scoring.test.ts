import { describe, expect, it } from "vitest";
import { score } from "./scoring.ts";

const items = (right: number, wrong: number, domain = "a") =>
  Array.from({ length: right + wrong }, (_, i) => ({ domain, points: i < right ? 1 : 0 }));

describe("score", () => {
  it("counts every item the same and passes at the cut score", () => {
    expect(score(items(35, 15), 70)).toMatchObject({ points: 35, items: 50, percent: 70, passed: true });
  });

  it("does not round up to a pass", () => expect(score(items(34, 15), 70).passed).toBe(false));

  it("is not thrown off by thirds that add up", () => {
    const thirds = Array.from({ length: 3 }, () => ({ domain: "a", points: 1 / 3 }));
    expect(score([...thirds, { domain: "a", points: 0 }], 25).passed).toBe(true);
  });

  it("shows each domain with its own counts", () => {
    expect(score([...items(3, 1, "a"), ...items(0, 2, "b")], 50).domains).toEqual([
      { domain: "a", points: 3, items: 4 },
      { domain: "b", points: 0, items: 2 },
    ]);
  });

  it("gives an empty attempt no percent and no pass", () => {
    expect(score([], 50)).toMatchObject({ percent: 0, passed: false });
  });
});
