import { expect, it } from "vitest";
import { countMatching } from "./count-matching.ts";

const pool = [[0, 0, 1], [0, 1], [1, 0], [1]];

it("counts the questions of any of the domains with any of the tags", () => {
  expect(countMatching(pool, [], [])).toBe(4);
  expect(countMatching(pool, [0], [])).toBe(2);
  expect(countMatching(pool, [], [0])).toBe(2);
  expect(countMatching(pool, [0, 1], [1])).toBe(2);
  expect(countMatching(pool, [1], [1])).toBe(0);
});
