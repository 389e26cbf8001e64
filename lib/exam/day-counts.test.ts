import { expect, it } from "vitest";
import { countByDay } from "./day-counts.ts";
import { localDay } from "./local-time.ts";

const berlin = "Europe/Berlin";

it("counts moments by the learner's own days, which begin at four in the morning, and leaves out what lies around them", () => {
  const moments = [
    "2026-11-28T02:59:00Z", // three minutes to four in Berlin: still the 27th
    "2026-11-28T03:00:00Z",
    "2026-11-28T22:30:00Z",
    "2026-11-30T02:00:00Z",
    "2026-12-01T12:00:00Z",
  ].map((text) => new Date(text));
  const from = localDay(new Date("2026-11-28T12:00:00Z"), berlin);
  expect(countByDay(moments, { from, count: 3, timeZone: berlin })).toEqual([2, 1, 0]);
});
