import { describe, expect, it } from "vitest";
import { deadlineOf, lateSyncMs, timeliness } from "./timing.ts";

const deadline = new Date("2026-11-22T12:00:00Z");
const at = (offsetMs: number) => new Date(deadline.getTime() + offsetMs);

describe("the deadline", () => {
  it("is the time limit after the start, or never", () => {
    expect(deadlineOf(at(-60 * 60_000), 60)).toEqual(deadline);
    expect(deadlineOf(at(0), null)).toBeNull();
  });
});

describe("timeliness", () => {
  it("takes what arrives before the deadline, whatever its browser's clock says", () => {
    expect(timeliness(at(3_600_000), deadline, at(-1))).toBe("in-time");
  });

  it("takes what was made before the deadline and arrives after it as late sync", () => {
    expect(timeliness(at(-5_000), deadline, at(60_000))).toBe("late-sync");
    expect(timeliness(at(-5_000), deadline, at(lateSyncMs))).toBe("late-sync");
  });

  it("refuses what was made after the deadline or arrives a day late", () => {
    expect(timeliness(at(5_000), deadline, at(6_000))).toBe("too-late");
    expect(timeliness(at(-5_000), deadline, at(lateSyncMs + 1))).toBe("too-late");
  });
});
