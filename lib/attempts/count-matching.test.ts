import { expect, it } from "vitest";
import { countMatching, type PoolRow } from "./count-matching.ts";

const pool: readonly PoolRow[] = [
  [0, 0, 0b01, 0, 1],
  [0, 1, 0b11, 1],
  [1, -1, 0b10, 0],
  [1, -1, 0],
];

it("counts the questions that have one of the ticked of every kind", () => {
  expect(countMatching(pool, {})).toBe(4);
  expect(countMatching(pool, { domains: [0] })).toBe(2);
  expect(countMatching(pool, { tags: [0] })).toBe(2);
  expect(countMatching(pool, { domains: [0, 1], tags: [1] })).toBe(2);
  expect(countMatching(pool, { domains: [1], tags: [1] })).toBe(0);
  expect(countMatching(pool, { reasons: [1] })).toBe(2);
  expect(countMatching(pool, { reasons: [0, 1] })).toBe(3);
  expect(countMatching(pool, { reasons: [1], levels: [0, 1] })).toBe(1);
});
