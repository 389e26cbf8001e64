import { expect, it } from "vitest";
import { median } from "./median.ts";

it("is the middle value, or the mean of the two in the middle", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 1, 5, 9])).toBe(7);
  expect(() => median([])).toThrow("no values");
});
