import { describe, expect, it } from "vitest";
import { rightLessWrong } from "./right-less-wrong.ts";

describe("right less wrong", () => {
  it.each([
    { right: [5, 5], wrong: [0, 3], worth: 1 },
    { right: [3, 5], wrong: [0, 3], worth: 0.6 },
    { right: [3, 5], wrong: [1, 3], worth: 0.6 - 1 / 3 },
    { right: [1, 2], wrong: [2, 3], worth: 0 },
    { right: [0, 2], wrong: [0, 3], worth: 0 },
    { right: [2, 2], wrong: [0, 0], worth: 1 },
  ])("$right right and $wrong wrong: max(0, right/k − wrong/(m − k))", ({ right, wrong, worth }) => {
    const made = ([chosen = 0, of = 0]: readonly number[]) => ({ chosen, of });
    expect(rightLessWrong(made(right), made(wrong))).toBeCloseTo(worth, 12);
  });

  it("is worth nothing when everything is chosen, however many are right", () => {
    for (let k = 1; k < 8; k++)
      expect(rightLessWrong({ chosen: k, of: k }, { chosen: 8 - k, of: 8 - k }), `${k} of 8`).toBe(0);
  });
});
