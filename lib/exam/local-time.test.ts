import { describe, expect, it } from "vitest";
import { dateOf, dayOf, isTimeZone, localTime } from "./local-time.ts";

const on = (at: string, timeZone: string) => localTime(new Date(at), timeZone).toISOString().slice(0, 10);

describe("the learner's day", () => {
  it.each([
    // Four in the morning in Berlin is 03:00 UTC in winter and 02:00 UTC in summer.
    ["2026-12-24T02:59:59Z", "Europe/Berlin", "2026-12-23"],
    ["2026-12-24T03:00:00Z", "Europe/Berlin", "2026-12-24"],
    ["2026-07-01T01:59:59Z", "Europe/Berlin", "2026-06-30"],
    ["2026-07-01T02:00:00Z", "Europe/Berlin", "2026-07-01"],
    ["2026-12-24T11:59:59Z", "America/Los_Angeles", "2026-12-23"],
    ["2026-12-24T12:00:00Z", "America/Los_Angeles", "2026-12-24"],
    ["2026-12-23T22:15:00Z", "Asia/Kathmandu", "2026-12-24"],
    ["2026-12-24T00:05:00Z", "UTC", "2026-12-23"],
    ["1999-12-31T23:00:00Z", "UTC", "1999-12-31"],
  ])("of %s in %s is %s: it begins at four in the morning", (at, timeZone, date) => {
    expect(on(at, timeZone)).toBe(date);
  });

  it("holds midnight of the wall clock", () => {
    expect(on("2026-12-23T23:55:00Z", "UTC")).toBe(on("2026-12-24T00:05:00Z", "UTC"));
  });
});

it("reads a day from a date, and from nothing else", () => {
  expect(dayOf("1970-01-02")).toBe(1);
  expect(dateOf(dayOf("2028-02-29") as number)).toBe("2028-02-29");
  for (const text of ["2026-02-30", "2026-13-01", "26-01-01", "tomorrow", ""]) expect(dayOf(text)).toBeNull();
});

it("knows time zones by name", () => {
  expect(["Europe/Berlin", "UTC", "Asia/Kathmandu"].filter((name) => !isTimeZone(name))).toEqual([]);
  expect(["Mars/Olympus", "", "x".repeat(5_000)].filter(isTimeZone)).toEqual([]);
});
