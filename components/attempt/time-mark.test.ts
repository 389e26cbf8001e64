import { expect, it } from "vitest";
import { timeMark } from "./time-mark.ts";

it("says when five minutes and one minute are left, and takes it back", () => {
  const said: [number, string][] = [];
  for (let leftMs = 310_000, before = ""; leftMs >= 0; leftMs -= 200) {
    const words = timeMark(leftMs);
    if (words !== before) said.push([leftMs, words]);
    before = words;
  }
  expect(said).toEqual([
    [300_000, "5 minutes left"],
    [285_000, ""],
    [60_000, "1 minute left"],
    [45_000, ""],
  ]);
});
