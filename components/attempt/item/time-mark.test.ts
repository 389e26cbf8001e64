import { expect, it } from "vitest";
import { timeMark } from "./time-mark.ts";

it("says when five minutes and one minute are left, and takes it back", () => {
  const said: [number, number | null][] = [];
  let before: number | null = null;
  for (let leftMs = 310_000; leftMs >= 0; leftMs -= 200) {
    const minutes = timeMark(leftMs);
    if (minutes !== before) said.push([leftMs, minutes]);
    before = minutes;
  }
  expect(said).toEqual([
    [300_000, 5],
    [285_000, null],
    [60_000, 1],
    [45_000, null],
  ]);
});
