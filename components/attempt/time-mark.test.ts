import { expect, it } from "vitest";
import { timeMark } from "./time-mark.ts";

it("says when five minutes and one minute are left, once", () => {
  const said = [];
  let before: number | null = null;
  for (let leftMs = 310_000; leftMs >= 0; leftMs -= 200) {
    const mark = timeMark(before, leftMs);
    if (mark !== null) said.push([leftMs, mark]);
    before = leftMs;
  }
  expect(said).toEqual([
    [300_000, "5 minutes left"],
    [60_000, "1 minute left"],
  ]);
});

it("says the later of two that were passed while the device slept", () => {
  expect(timeMark(400_000, 30_000)).toBe("1 minute left");
});

it("says nothing on a page that is opened late, nor when the time is over", () => {
  expect(timeMark(null, 200_000)).toBeNull();
  expect(timeMark(400_000, 0)).toBeNull();
});
