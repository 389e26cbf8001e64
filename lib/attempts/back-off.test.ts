import { describe, expect, it } from "vitest";
import { BackOff } from "./back-off.ts";

const start = new Date("2026-11-22T12:00:00Z");
const seconds = (count: number) => new Date(start.getTime() + count * 1000);

describe("an attempt that cannot be finished", () => {
  it("waits twice as long after each failure, and an hour at most", () => {
    const backOff = new BackOff();
    const waits = Array.from({ length: 9 }, () => (backOff.fail("a", start).getTime() - start.getTime()) / 1000);
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
  });

  it("is passed over until then, and others are not", () => {
    const backOff = new BackOff();
    backOff.fail("a", start);
    expect(backOff.waiting(seconds(29))).toEqual(["a"]);
    expect(backOff.waiting(seconds(30))).toEqual([]);
  });

  it("starts again after a success", () => {
    const backOff = new BackOff();
    backOff.fail("a", start);
    backOff.fail("a", start);
    backOff.succeed("a");
    expect(backOff.fail("a", start)).toEqual(seconds(30));
  });
});
