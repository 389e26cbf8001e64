import { expect, it } from "vitest";
import { medianOfOpened } from "./result-view.ts";

it("says how long half of the questions took, without those that the end of the time left unopened", () => {
  expect(medianOfOpened([70, 20, 43, 0, 0, 0, 0])).toBe(43);
  expect(medianOfOpened([70, 20])).toBe(70);
  expect(medianOfOpened([0, 0])).toBe(0);
});
