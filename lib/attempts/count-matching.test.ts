import { expect, it } from "vitest";
import { countBoxes, countMatching, countTicked, isPool, type PoolRow } from "./count-matching.ts";

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

it("counts what each box alone leaves", () => {
  const boxes = {
    domains: ["a", "b"],
    tags: ["x", "y"],
    levels: ["easy", "medium", "hard"],
    reasons: ["new", "missed"],
  };
  expect(countBoxes(pool, boxes)).toEqual({ domains: [2, 2], levels: [1, 1, 0], reasons: [2, 2] });
  expect(countTicked(pool, boxes, {})).toBe(4);
  expect(countTicked(pool, boxes, { tags: ["x"], domains: ["b"] })).toBe(1);
  expect(countTicked(pool, boxes, { levels: ["medium"], reasons: ["missed"] })).toBe(1);
});

it.each([
  [pool, true],
  [[], true],
  [[[0, 0]], false],
  [[[0, 0, "1"]], false],
  [{ error: { code: "signed-out" } }, false],
  [null, false],
])("tells a pool from anything else that may be received: %j", (value, is) => {
  expect(isPool(value)).toBe(is);
});
